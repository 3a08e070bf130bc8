import { useQuery } from '@apollo/client/react';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { Fields, FormScreen, WideField } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import type { OperationCategory } from '../../shared/graphql/generated/graphql';
import { money, vatRate } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { totalsOf } from './invoice-amounts';
import { InvoiceLines } from './invoice-lines';
import css from './invoice-lines.module.css';
import { type DraftWords, useInvoiceDraft } from './use-invoice-draft';

const AdminInvoiceProjects = graphql(`
  query AdminInvoiceProjects($id: ID!) { customer(id: $id) { id projects(first: 50) { nodes { id name } } } }
`);

const categories: OperationCategory[] = ['SERVICES', 'GOODS', 'MIXED'];

type InvoiceFormProps = { first: DraftWords; saved?: { id: string; version: number } };

/** A draft, new or begun. The customer of one begun stays. */
export function InvoiceForm({ first, saved }: InvoiceFormProps) {
  const { t } = useTranslation();
  const { words, set, setLine, save, pending, errors, needCustomer } = useInvoiceDraft(first, saved);
  const { data } = useQuery(AdminInvoiceProjects, { variables: { id: words.customerId ?? '' }, skip: !words.customerId });
  const projects = data?.customer?.projects.nodes ?? [];
  const { netCents, vat, totalCents } = totalsOf(words.lines);
  const title = t(saved ? 'invoices.editTitle' : 'invoices.new');
  const free = words.lines.some(({ vatRateBp }) => vatRateBp === 0);

  return (
    <FormScreen
      title={title}
      crumbs={[[t('nav.invoices'), '/invoices'], [title]]}
      action={t('invoices.save')}
      pending={pending}
      send={() => void save()}
      back={saved ? `/invoices/${saved.id}` : '/invoices'}
    >
      <Section title={t('invoices.about')}>
        <Fields>
          {!saved && (
            <CustomerPicker
              required
              value={words.customerId}
              change={(customerId) => set({ customerId, projectId: null })}
              error={needCustomer ? t('invoices.needCustomer') : errors.customerId}
            />
          )}
          <Select
            label={t('invoices.project')}
            placeholder={t('invoices.noProject')}
            data={projects.map(({ id, name }) => ({ value: id, label: name }))}
            value={words.projectId}
            onChange={(projectId) => set({ projectId })}
            disabled={!projects.length}
            clearable
            error={errors.projectId}
          />
          <WideField>
            <TextInput
              label={t('invoices.subject')}
              required
              value={words.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
              error={errors.title}
            />
          </WideField>
          <Select
            label={t('invoices.category')}
            data={categories.map((value) => ({ value, label: t(`invoices.categories.${value}`) }))}
            value={words.category}
            onChange={(category) => category && set({ category })}
            allowDeselect={false}
            error={errors.category}
          />
          <TextInput
            type="date"
            label={t('invoices.suppliedOn')}
            value={words.suppliedOn}
            onChange={(event) => set({ suppliedOn: event.currentTarget.value })}
            error={errors.suppliedOn}
          />
          <NumberInput
            label={t('invoices.paymentDays')}
            value={words.paymentDays ?? ''}
            onChange={(typed) => set({ paymentDays: typed === '' ? null : Number(typed) })}
            allowDecimal={false}
            hideControls
            error={errors.paymentDays}
          />
          {(free || words.vatMention || errors.vatMention) && (
            <TextInput
              label={t('invoices.vatMention')}
              value={words.vatMention}
              onChange={(event) => set({ vatMention: event.currentTarget.value })}
              error={errors.vatMention}
            />
          )}
        </Fields>
      </Section>
      <Section title={t('lines.title')} count={words.lines.length}>
        <InvoiceLines lines={words.lines} errors={errors} set={(lines) => set({ lines })} setLine={setLine} />
        <dl className={css.totals} aria-live="polite">
          <div>
            <dt>{t('lines.netTotal')}</dt>
            <dd>{money(netCents)}</dd>
          </div>
          {vat.map(({ rateBp, vatCents }) => (
            <div key={rateBp}>
              <dt>{t('lines.vat', { rate: vatRate(rateBp) })}</dt>
              <dd>{money(vatCents)}</dd>
            </div>
          ))}
          <div className={css.total}>
            <dt>{t('lines.total')}</dt>
            <dd>{money(totalCents)}</dd>
          </div>
        </dl>
      </Section>
      <Section title={t('invoices.notes')}>
        <Textarea
          aria-label={t('invoices.notes')}
          placeholder={t('invoices.notesHint')}
          autosize
          minRows={2}
          maxRows={8}
          value={words.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
          error={errors.notes}
        />
      </Section>
    </FormScreen>
  );
}
