import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateShort, money } from '../../shared/ui/format';
import css from './pay.module.css';

export type OpenInvoice = {
  id: string;
  number?: string | null;
  title: string;
  dueCents: number;
  currency: string;
  dueOn: string;
  overdue: boolean;
  customer: { id: string; name: string };
};

type PayPickProps = {
  open: readonly OpenInvoice[];
  picked: ReadonlySet<string>;
  pick: (ids: ReadonlySet<string>) => void;
  error?: string;
};

/** Which open invoices a payment is for. One payment is one company's. */
export function PayPick({ open, picked, pick, error }: PayPickProps) {
  const { t } = useTranslation();
  const payer = open.find(({ id }) => picked.has(id))?.customer.id;
  const several = new Set(open.map(({ customer }) => customer.id)).size > 1;
  const toggle = (id: string) =>
    pick(picked.has(id) ? new Set([...picked].filter((one) => one !== id)) : new Set([...picked, id]));
  return (
    <fieldset className={css.pick} aria-invalid={Boolean(error) || undefined}>
      <legend className={css.legend}>{t('pay.invoices')}</legend>
      {open.map((invoice) => (
        <label key={invoice.id} className={css.choice} htmlFor={`pay-${invoice.id}`}>
          <Checkbox
            id={`pay-${invoice.id}`}
            checked={picked.has(invoice.id)}
            disabled={payer !== undefined && payer !== invoice.customer.id}
            onChange={() => toggle(invoice.id)}
          />
          <span className={css.main}>
            <span className={css.number}>{invoice.number}</span>
            <span className={css.sub}>{several ? `${invoice.customer.name}, ${invoice.title}` : invoice.title}</span>
          </span>
          <span className={css.figures}>
            <span className={css.number}>{money(invoice.dueCents, invoice.currency)}</span>
            <span className={css.sub} data-late={invoice.overdue || undefined}>
              {t(invoice.overdue ? 'pay.wasDue' : 'pay.isDue', { date: dateShort(invoice.dueOn) })}
            </span>
          </span>
        </label>
      ))}
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
