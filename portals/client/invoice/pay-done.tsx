import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InvoiceStatus } from '../../shared/graphql/generated/graphql';
import { money } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';
import css from './pay.module.css';

export type Paid = {
  amountCents: number;
  currency: string;
  allocations: readonly {
    amountCents: number;
    invoice: { id: string; number?: string | null; status: InvoiceStatus; dueCents: number };
  }[];
};

/** What the payment settled, and what is left of each invoice. */
export function PayDone({ paid, close }: { paid: Paid; close: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.done} role="status">
      <IconCircleCheck size={40} stroke={1.4} color="var(--p-success)" aria-hidden />
      <h3 className={css.doneTitle}>{t('pay.done', { amount: money(paid.amountCents, paid.currency) })}</h3>
      <ul className={css.settled}>
        {paid.allocations.map(({ invoice, amountCents }) => (
          <li key={invoice.id}>
            <Link to={`/invoices/${invoice.id}`}>{invoice.number}</Link>
            <span className="num">{money(amountCents, paid.currency)}</span>
            <Status tone={invoice.dueCents ? 'yellow' : 'green'}>
              {invoice.dueCents
                ? t('pay.left', { amount: money(invoice.dueCents, paid.currency) })
                : t(`invoice.state.${invoice.status}`)}
            </Status>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={close} data-autofocus>
        {t('ui:close')}
      </Button>
    </div>
  );
}
