import { Alert, Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../auth/session';
import { FormDrawer } from '../frame/form-drawer';
import { FormNotices } from '../frame/form-notices';
import { useMeanwhile } from '../frame/use-meanwhile';
import type { CustomerKind } from '../graphql/generated/graphql';
import { CustomFieldInputs } from './custom-field-inputs';
import { identityHints } from './customer-hints';
import { CustomerOurs } from './customer-ours';
import { fieldWord, flatOf, shownIn, wholeOf } from './customer-words';
import { type CustomField, useCustomFields } from './use-custom-fields';
import { useCustomerCheck } from './use-customer-check';
import { useCustomerChoices } from './use-customer-choices';
import { type CustomerWords, inputOf, useCustomerSave } from './use-customer-save';

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

const none: readonly CustomField[] = [];

const blank: CustomerWords = {
  kind: 'COMPANY',
  name: '',
  siret: '',
  vatNumber: '',
  email: '',
  phone: '',
  website: '',
  iban: '',
  tags: [],
  managerId: null,
  resellerId: null,
  internalNote: '',
  customFields: {},
};

/** Makes or changes a customer. The server says what is wrong, each at its field, while one types. */
export default function CustomerForm({ customer, ours, close, saved, reread }: CustomerFormProps) {
  const { t } = useTranslation('customer');
  // What was typed of a customer that is gone may become a new one.
  const [anew, setAnew] = useState(false);
  const changed = anew ? undefined : customer;
  const fills = useViewer().permissions.includes('customField.fill');
  const { fields } = useCustomFields();
  const custom = ours && fills ? fields : none;
  const { save, pending, errors: refused, gone, late } = useCustomerSave(changed, custom, reread);
  const form = useForm<CustomerWords>({ initialValues: customer ? wordsOf(customer) : blank });
  const { opened, meanwhile, movedOn } = useMeanwhile({
    saved: changed && !gone ? flatOf(wordsOf(changed)) : undefined,
    version: changed?.version,
    words: flatOf(form.values),
    set: (flat) => form.setValues(wholeOf(flat)),
    pending,
  });
  const { team, resellers } = useCustomerChoices(!ours);
  const [sent, setSent] = useState<CustomerWords | null>(null);
  const live = useCustomerCheck(checkedOf(form.values, Boolean(ours), custom, changed?.id));
  const company = form.values.kind === 'COMPANY';
  const hints = identityHints(live.check, form.values, (vatNumber) => form.setFieldValue('vatNumber', vatNumber), t);
  // What was refused is said until it is typed otherwise.
  const fieldsOf = Object.keys(form.values) as (keyof CustomerWords)[];
  const errors: Record<string, string> = {
    ...Object.fromEntries(
      fieldsOf.filter((field) => sent?.[field] === form.values[field]).map((field) => [field, refused[field]]),
    ),
    ...Object.fromEntries(
      custom
        .filter(({ id }) => (sent?.customFields[id] ?? '') === (form.values.customFields[id] ?? ''))
        .map(({ key }) => [`customFields.${key}`, refused[`customFields.${key}`]]),
    ),
    ...live.errors,
  };

  const send = form.onSubmit(async (values) => {
    setSent(values);
    const id = await save(values, Boolean(ours), opened);
    if (!id) return;
    close();
    saved?.(id);
  });
  const text = (field: 'name' | 'siret' | 'vatNumber' | 'email' | 'phone' | 'website' | 'iban') => ({
    label: t(`field.${field}`),
    description: hints[field],
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    ...form.getInputProps(field),
    error: errors[field],
  });

  return (
    <FormDrawer
      title={changed ? t('edit', { name: changed.name }) : t('new')}
      action={changed ? undefined : t('create')}
      pending={pending}
      send={send}
      close={close}
    >
      <FormNotices
        subject={gone ? undefined : changed?.id}
        meanwhile={meanwhile}
        late={late}
        movedOn={movedOn}
        label={(field) => custom.find(({ id }) => id === field)?.label ?? t(`field.${fieldWord(field)}` as 'field.name')}
        show={(field, value) => shownIn(field, value, { people: [...team, ...resellers], custom }, t)}
      />
      {gone && (
        <Alert
          ref={(alert) => alert?.scrollIntoView({ block: 'nearest' })}
          color="red"
          icon={<IconAlertTriangle size={16} />}
          title={t('gone.title')}
          role="alert"
        >
          {t('gone.text')}
          <Group mt="xs">
            <Button size="xs" variant="default" onClick={() => setAnew(true)}>
              {t('gone.anew')}
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
      <TextInput {...text('name')} dir="auto" required data-autofocus autoComplete="off" />
      {company && (
        <>
          <TextInput {...text('siret')} inputMode="numeric" autoComplete="off" placeholder="842 317 901 00010" />
          <TextInput {...text('vatNumber')} autoComplete="off" placeholder="FR40303265045" />
        </>
      )}
      <TextInput {...text('email')} type="email" autoComplete="off" />
      <TextInput {...text('phone')} type="tel" autoComplete="off" placeholder="02 98 00 11 22" />
      <TextInput {...text('website')} inputMode="url" autoComplete="off" />
      {ours && (
        <TextInput {...text('iban')} autoComplete="off" spellCheck={false} placeholder="FR76 3000 6000 0112 3456 7890 189" />
      )}
      <CustomFieldInputs form={form} fields={custom} errors={errors} />
      {ours && <CustomerOurs form={form} errors={errors} />}
    </FormDrawer>
  );
}

/** What there are rules for. */
function checkedOf(values: CustomerWords, ours: boolean, custom: readonly CustomField[], id?: string) {
  const { kind, siret, vatNumber, email, phone, website, iban, customFields } = inputOf(values, ours, custom);
  return { id, kind, siret, vatNumber, email, phone, website, iban, customFields };
}

const wordsOf = ({ id: _id, version: _version, ...words }: EditedCustomer): CustomerWords => words;
