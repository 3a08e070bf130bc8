import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormNotices } from '../frame/form-notices';
import { useMeanwhile } from '../frame/use-meanwhile';
import { graphql } from '../graphql/generated';
import type { AddressKind } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { DialogButtons } from '../ui/dialog-buttons';
import { done } from '../ui/notify';
import { CommuneFields } from './commune-fields';
import { PartGone } from './part-gone';
import { useCustomerCheck } from './use-customer-check';

const AddAddress = graphql(`
  mutation AddAddress($input: AddAddressInput!) {
    addAddress(input: $input) {
      address { id kind street complement postalCode city country version }
      userErrors { path code message }
    }
  }
`);
const UpdateAddress = graphql(`
  mutation UpdateAddress($input: UpdateAddressInput!) {
    updateAddress(input: $input) {
      address { id kind street complement postalCode city country version }
      userErrors { path code message }
    }
  }
`);

const kinds = ['BILLING', 'DELIVERY', 'SITE'] as const satisfies readonly AddressKind[];
const fields = ['street', 'complement', 'postalCode', 'city', 'country'] as const;

type AddressDialogProps = {
  customerId: string;
  /** The one to change; without it a new one is added. */
  address?: {
    id: string;
    kind: AddressKind;
    street: string;
    complement: string | null;
    postalCode: string;
    city: string;
    country: string;
    version: number;
  };
  /** It was deleted meanwhile: what it last was is `address`. */
  gone: boolean;
  changed: () => void;
  close: () => void;
};

const wordsOf = (address: AddressDialogProps['address']) => ({
  kind: address?.kind ?? ('BILLING' as AddressKind),
  street: address?.street ?? '',
  complement: address?.complement ?? '',
  postalCode: address?.postalCode ?? '',
  city: address?.city ?? '',
  country: address?.country ?? 'FR',
});

/** Adds or changes an address. The server says what is wrong, each at its field. */
export default function AddressDialog({ customerId, address: known, gone, changed, close }: AddressDialogProps) {
  const { t } = useTranslation(['contact', 'ui']);
  // What was typed of an address that is gone may become a new one.
  const [anew, setAnew] = useState(false);
  const address = anew ? undefined : known;
  const add = useSubmit(AddAddress, { fields });
  const update = useSubmit(UpdateAddress, { fields, says: ['NOT_FOUND', 'CONFLICT'] });
  const errors = address ? update.errorsByPath : add.errorsByPath;
  const form = useForm({ initialValues: wordsOf(known) });
  const lost = address !== undefined && (gone || update.refused === 'NOT_FOUND');
  const { opened, meanwhile, movedOn } = useMeanwhile({
    saved: address && !lost ? wordsOf(address) : undefined,
    version: address?.version,
    words: form.values,
    set: form.setValues,
    pending: update.pending,
  });
  const live = useCustomerCheck({ postalCode: form.values.postalCode, country: form.values.country });
  const send = form.onSubmit(async (values) => {
    const saved = address
      ? await update.submit({ input: { id: address.id, version: opened, ...values } })
      : await add.submit({ input: { customerId, ...values } });
    // Somebody else may have been faster: what they saved is read.
    if (!saved) return address && changed();
    done(t(address ? 'address.saved' : 'address.added'));
    changed();
    close();
  });
  const text = (field: (typeof fields)[number]) => ({
    label: t(`address.${field}`),
    autoComplete: 'off',
    ...form.getInputProps(field),
    error: errors[field] ?? live.errors[field],
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(address ? 'address.change' : 'address.new')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          {lost && <PartGone what="address" anew={() => setAnew(true)} />}
          <FormNotices
            subject={lost ? undefined : address?.id}
            meanwhile={meanwhile}
            late={update.refused === 'CONFLICT'}
            movedOn={movedOn}
            label={(field) => t(`address.${field as 'street'}`)}
            show={(field, value) => (field === 'kind' ? t(`use.${value as AddressKind}`) : String(value))}
          />
          <Select
            label={t('address.kind')}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`use.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <TextInput {...text('street')} required data-autofocus />
          <TextInput {...text('complement')} />
          <CommuneFields form={form} errors={errors} />
          <TextInput {...text('country')} description={t('address.countryHint')} maxLength={2} />
          <DialogButtons close={close} pending={add.pending || update.pending} disabled={lost}>
            {address ? t('save', { ns: 'ui' }) : t('add')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
