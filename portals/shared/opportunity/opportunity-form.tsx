import { useQuery } from '@apollo/client/react';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerName, CustomerPicker } from '../customer/customer-picker';
import { FormDrawer } from '../frame/form-drawer';
import { FormNotices } from '../frame/form-notices';
import { useMeanwhile } from '../frame/use-meanwhile';
import { graphql } from '../graphql/generated';
import { AmountInput } from '../ui/amount-input';
import { date, money } from '../ui/format';
import { type EditedOpportunity, type OpportunityWords, useOpportunitySave } from './use-opportunity-save';

const PipelineStages = graphql(`
  query PipelineStages {
    pipeline { id name kind probability }
  }
`);

type OpportunityFormProps = {
  /** The one to change; without it a new one is made. */
  opportunity?: EditedOpportunity;
  /** With whom a new one is, where that is known. */
  customerId?: string;
  /** Where a new one begins; the first stage unless it is an open one. */
  stageId?: string;
  close: () => void;
  /** Reads it again, once somebody else has changed it. */
  reread?: () => void;
};

const wordsOf = ({ id: _id, version: _version, ...words }: EditedOpportunity): OpportunityWords => words;

type FieldWord = 'title' | 'whose' | 'prospectName' | 'contactName' | 'amount' | 'expectedCloseOn';
const fieldWord = (field: string) => field.replace(/Cents$/, '') as FieldWord;

/** Makes or changes an opportunity. The server says what is wrong, each at its field. */
export default function OpportunityForm({ opportunity, customerId, stageId, close, reread }: OpportunityFormProps) {
  const { t } = useTranslation('opportunity');
  const { save, pending, errors, late } = useOpportunitySave(opportunity, reread);
  const { data } = useQuery(PipelineStages, { fetchPolicy: 'cache-first', skip: Boolean(opportunity) });
  const form = useForm<OpportunityWords>({
    initialValues: opportunity
      ? wordsOf(opportunity)
      : {
          title: '',
          whose: 'customer',
          customerId: customerId ?? null,
          prospectName: '',
          contactName: '',
          amountCents: null,
          expectedCloseOn: '',
          stageId: null,
        },
  });
  const stages = data?.pipeline.filter(({ kind }) => kind === 'OPEN') ?? [];
  const stage = form.values.stageId ?? stages.find(({ id }) => id === stageId)?.id ?? stages[0]?.id ?? null;
  const { opened, meanwhile, movedOn } = useMeanwhile({
    // Where it stands is moved on the board, not here.
    saved: opportunity && { ...wordsOf(opportunity), stageId: form.values.stageId },
    version: opportunity?.version,
    words: form.values,
    set: form.setValues,
    pending,
  });
  const shown = (field: string, value: unknown): ReactNode => {
    if (value === null || value === '') return '';
    if (field === 'customerId') return <CustomerName id={String(value)} />;
    if (field === 'whose') return t(`whose.${value as OpportunityWords['whose']}`);
    if (field === 'amountCents') return money(Number(value));
    return field === 'expectedCloseOn' ? date(String(value)) : String(value);
  };
  const send = form.onSubmit(async (words) => {
    if (await save({ ...words, stageId: stage }, opened)) close();
  });

  return (
    <FormDrawer
      title={opportunity ? t('form.edit', { title: opportunity.title }) : t('new')}
      action={opportunity ? undefined : t('form.create')}
      pending={pending}
      send={send}
      close={close}
    >
      <FormNotices
        subject={opportunity?.id}
        meanwhile={meanwhile}
        late={late}
        movedOn={movedOn}
        label={(field) => t(field === 'customerId' ? 'whose.customer' : `field.${fieldWord(field)}`)}
        show={shown}
      />
      <TextInput
        label={t('field.title')}
        {...form.getInputProps('title')}
        error={errors.title}
        required
        data-autofocus
        autoComplete="off"
      />
      <SegmentedControl
        fullWidth
        aria-label={t('field.whose')}
        data={(['customer', 'prospect'] as const).map((value) => ({ value, label: t(`whose.${value}`) }))}
        {...form.getInputProps('whose')}
      />
      {form.values.whose === 'customer' ? (
        <CustomerPicker
          value={form.values.customerId}
          change={(id) => form.setFieldValue('customerId', id)}
          error={errors.customerId}
          required
        />
      ) : (
        <TextInput
          label={t('field.prospectName')}
          description={t('field.prospectHint')}
          {...form.getInputProps('prospectName')}
          error={errors.prospectName ?? errors.customerId}
          required
          autoComplete="off"
        />
      )}
      <TextInput
        label={t('field.contactName')}
        {...form.getInputProps('contactName')}
        error={errors.contactName}
        autoComplete="off"
      />
      <AmountInput
        label={t('field.amount')}
        cents={form.values.amountCents}
        change={(cents) => form.setFieldValue('amountCents', cents)}
        error={errors.amountCents}
      />
      {!opportunity && (
        <Select
          label={t('field.stage')}
          data={stages.map(({ id, name, probability }) => ({ value: id, label: `${name}, ${probability}\u00a0%` }))}
          allowDeselect={false}
          value={stage}
          onChange={(id) => form.setFieldValue('stageId', id)}
          error={errors.stageId}
        />
      )}
      <TextInput
        type="date"
        label={t('field.expectedCloseOn')}
        {...form.getInputProps('expectedCloseOn')}
        error={errors.expectedCloseOn}
      />
    </FormDrawer>
  );
}
