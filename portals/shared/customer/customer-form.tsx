import { SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../frame/form-drawer';
import type { CustomerKind } from '../graphql/generated/graphql';
import { CustomerOurs } from './customer-ours';
import { type CustomerWords, useCustomerSave } from './use-customer-save';

/** A customer as the form takes it up; `version` tells when somebody was faster. */
export type EditedCustomer = CustomerWords & { id: string; version: number };

type CustomerFormProps = {
  /** The one to change; without it a new one is made. */
  customer?: EditedCustomer;
  /** Our own people also say who looks after them, who sells to them, and what we don't tell them. */
  ours?: boolean;
  close: () => void;
  saved?: (id: string) => void;
  /** Reads the customer again, once somebody else has changed it. */
  reread?: () => void;
};

const blank: CustomerWords = {
  kind: 'COMPANY',
  name: '',
  siret: '',
  vatNumber: '',
  email: '',
  phone: '',
  website: '',
  tags: [],
  managerId: null,
  resellerId: null,
  internalNote: '',
};

/** Makes or changes a customer. The server says what is wrong, each at its field. */
export default function CustomerForm({ customer, ours, close, saved, reread }: CustomerFormProps) {
  const { t } = useTranslation('customer');
  const { save, pending, errors, opened, take } = useCustomerSave(customer, reread);
  const form = useForm<CustomerWords>({ initialValues: customer ? wordsOf(customer) : blank });
  const company = form.values.kind === 'COMPANY';
  const stale = customer && customer.version !== opened;

  const send = form.onSubmit(async (values) => {
    const id = await save(values, Boolean(ours));
    if (!id) return;
    close();
    saved?.(id);
  });
  const takeTheirs = () => {
    if (!customer) return;
    form.setValues(wordsOf(customer));
    take(customer.version);
  };
  const text = (field: 'name' | 'siret' | 'vatNumber' | 'email' | 'phone' | 'website') => ({
    label: t(`field.${field}`),
    ...form.getInputProps(field),
    error: errors[field],
  });

  return (
    <FormDrawer
      title={customer ? t('edit', { name: customer.name }) : t('new')}
      action={customer ? undefined : t('create')}
      pending={pending}
      send={send}
      close={close}
      takeTheirs={stale ? takeTheirs : undefined}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('field.kind')}
        data={(['COMPANY', 'PERSON'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={form.values.kind}
        onChange={(kind) => form.setFieldValue('kind', kind as CustomerKind)}
      />
      <TextInput {...text('name')} required data-autofocus autoComplete="off" />
      {company && (
        <>
          <TextInput {...text('siret')} inputMode="numeric" autoComplete="off" placeholder="842 317 901 00010" />
          <TextInput {...text('vatNumber')} autoComplete="off" placeholder="FR40303265045" />
        </>
      )}
      <TextInput {...text('email')} type="email" autoComplete="off" />
      <TextInput {...text('phone')} type="tel" autoComplete="off" placeholder="02 98 00 11 22" />
      <TextInput {...text('website')} inputMode="url" autoComplete="off" />
      {ours && <CustomerOurs form={form} errors={errors} />}
    </FormDrawer>
  );
}

const wordsOf = ({ id: _id, version: _version, ...words }: EditedCustomer): CustomerWords => words;
