import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { OrderStatus } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { InvoiceBadge } from '../../shared/invoice/invoice-badge';
import { Figure } from '../../shared/ui/cell';
import { Failure } from '../../shared/ui/failure';
import { date, money, number } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Status, type Tone } from '../../shared/ui/status';
import css from './customer.module.css';
import { Rows } from './rows';

const RevendeurCustomerPurchases = graphql(`
  query RevendeurCustomerPurchases($id: ID!) {
    customer(id: $id) {
      id
      financialSummary { billedCents paidCents dueCents overdueCents currency }
      invoices(first: 20) {
        totalCount
        nodes { id number title issuedOn totalCents dueCents overdue currency ...InvoiceBadge_invoice }
      }
      orderStats { total confirmed spentCents averageBasketCents lastOrderAt currency }
      orders(first: 20) {
        totalCount
        nodes { id number placedAt status totalCents currency lineCount }
      }
    }
  }
`);

const tones: Record<OrderStatus, Tone> = { PENDING: 'blue', CONFIRMED: 'green', CANCELLED: 'gray' };

/** What they bought: invoices and orders with their sums, to read. */
export function CustomerPurchases({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(RevendeurCustomerPurchases, { variables: { id } });
  const customer = data?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={5} columns={2} />;
  const { financialSummary: sum, orderStats: stats, invoices, orders } = customer;
  const rest = (shown: number, total: number) =>
    total > shown && <p className={css.rest}>{t('purchases.rest', { shown: number(shown), total: number(total) })}</p>;
  return (
    <div className={css.grid}>
      <Section flush title={t('purchases.invoices')} count={invoices.totalCount}>
        {sum && invoices.totalCount > 0 && (
          <div className={css.sums}>
            <Facts
              columns={2}
              items={[
                [t('purchases.billed'), money(sum.billedCents, sum.currency)],
                [t('purchases.paid'), money(sum.paidCents, sum.currency)],
                [t('purchases.due'), money(sum.dueCents, sum.currency)],
                [
                  t('purchases.overdue'),
                  <Figure key="overdue" tone={sum.overdueCents ? 'danger' : 'strong'}>
                    {money(sum.overdueCents, sum.currency)}
                  </Figure>,
                ],
              ]}
            />
          </div>
        )}
        {invoices.totalCount === 0 && <p className={css.none}>{t('purchases.noInvoice')}</p>}
        <Rows
          rows={invoices.nodes.map((invoice) => ({
            id: invoice.id,
            title: invoice.number ?? invoice.title,
            sub: `${invoice.title}, ${date(invoice.issuedOn)}`,
            status: <InvoiceBadge quiet invoice={invoice} />,
            amount: money(invoice.totalCents, invoice.currency),
          }))}
        />
        {rest(invoices.nodes.length, invoices.totalCount)}
      </Section>
      <Section flush title={t('purchases.orders')} count={orders?.totalCount ?? 0}>
        {stats && stats.total > 0 && (
          <div className={css.sums}>
            <Facts
              columns={2}
              items={[
                [t('purchases.spent'), money(stats.spentCents, stats.currency)],
                [t('purchases.basket'), stats.averageBasketCents == null ? '—' : money(stats.averageBasketCents, stats.currency)],
                [t('purchases.confirmed'), number(stats.confirmed)],
                [t('purchases.lastOrder'), stats.lastOrderAt ? date(stats.lastOrderAt) : '—'],
              ]}
            />
          </div>
        )}
        {!orders?.totalCount && <p className={css.none}>{t('purchases.noOrder')}</p>}
        <Rows
          rows={(orders?.nodes ?? []).map(({ id: orderId, number: name, placedAt, status, totalCents, currency, lineCount }) => ({
            id: orderId,
            title: name,
            sub: `${date(placedAt)}, ${t('purchases.lines', { count: lineCount })}`,
            status: (
              <Status quiet tone={tones[status]}>
                {t(`purchases.state.${status}`)}
              </Status>
            ),
            amount: money(totalCents, currency),
          }))}
        />
        {rest(orders?.nodes.length ?? 0, orders?.totalCount ?? 0)}
      </Section>
    </div>
  );
}
