import { Alert, Button, Drawer, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerKind } from '../graphql/generated/graphql';
import { usePhone } from '../ui/use-phone';
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
  const { t } = useTranslation(['customer', 'ui']);
  const phone = usePhone();
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
    <Drawer
      opened
      onClose={close}
      position="right"
      size={phone ? '100%' : 460}
      title={customer ? t('edit', { name: customer.name }) : t('new')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          {stale && (
            <Alert color="yellow" icon={<IconAlertTriangle size={16} />} title={t('stale.title')} role="alert">
              {t('stale.text')}
              <Group mt="xs">
                <Button size="xs" variant="default" onClick={takeTheirs}>
                  {t('stale.take')}
                </Button>
              </Group>
            </Alert>
          )}
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
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={close}>
              {t('cancel', { ns: 'ui' })}
            </Button>
            <Button type="submit" loading={pending}>
              {customer ? t('save', { ns: 'ui' }) : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

const wordsOf = ({ id: _id, version: _version, ...words }: EditedCustomer): CustomerWords => words;
