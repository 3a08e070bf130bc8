import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { OrderState } from '../../shared/order/order-state';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { date, money, moneyRound, number } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSection } from './rows-section';

const OrderFigures_customer = graphql(`
  fragment OrderFigures_customer on Customer {
    id
    orderStats { total confirmed pending cancelled spentCents averageBasketCents currency lastOrderAt }
  }
`);

/** Their orders in figures; money counts confirmed ones only. */
export function OrderFigures(props: { customer: FragmentType<typeof OrderFigures_customer> }) {
  const { t } = useTranslation();
  const { orderStats: stats } = readFragment(OrderFigures_customer, props.customer);
  if (!stats) return null;
  return (
    <Section title={t('customers.orders')} count={stats.total}>
      {stats.total === 0 ? (
        <p className="muted">{t('customer.finances.noOrder')}</p>
      ) : (
        <Facts
          columns={2}
          items={[
            [t('customer.finances.spent'), moneyRound(stats.spentCents, stats.currency)],
            [
              t('customer.finances.basket'),
              stats.averageBasketCents == null ? '—' : money(stats.averageBasketCents, stats.currency),
            ],
            [t('customer.orderStatus.CONFIRMED'), number(stats.confirmed)],
            [t('customer.orderStatus.PENDING'), number(stats.pending)],
            [t('customer.orderStatus.CANCELLED'), number(stats.cancelled)],
            [t('customer.finances.lastOrder'), stats.lastOrderAt ? date(stats.lastOrderAt) : '—'],
          ]}
        />
      )}
    </Section>
  );
}

const CustomerOrderRow_order = graphql(`
  fragment CustomerOrderRow_order on Order { id number placedAt status totalCents currency lineCount }
`);
const CustomerOrders_customer = graphql(`
  fragment CustomerOrders_customer on Customer {
    id
    latestOrders: orders(first: 10) { totalCount nodes { id ...CustomerOrderRow_order } }
  }
`);

type Row = { id: string } & FragmentType<typeof CustomerOrderRow_order>;
const read = (row: Row) => readFragment(CustomerOrderRow_order, row);
const rowId = ({ id }: Row) => id;

export function CustomerOrders(props: { customer: FragmentType<typeof CustomerOrders_customer> }) {
  const { t } = useTranslation();
  const { latestOrders: orders } = readFragment(CustomerOrders_customer, props.customer);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'number',
        header: t('customer.finances.number'),
        cell: (row) => <NameCell href={`/orders/${row.id}`} title={read(row).number} />,
      },
      { id: 'placed', header: t('customer.finances.placed'), width: 124, cell: (row) => date(read(row).placedAt) },
      {
        id: 'status',
        header: t('customers.status'),
        width: 132,
        cell: (row) => <OrderState quiet status={read(row).status} />,
      },
      {
        id: 'lines',
        header: t('customer.finances.lines'),
        align: 'right',
        width: 80,
        cell: (row) => number(read(row).lineCount),
      },
      {
        id: 'total',
        header: t('customer.finances.total'),
        align: 'right',
        width: 116,
        cell: (row) => <Figure>{money(read(row).totalCents, read(row).currency)}</Figure>,
      },
    ],
    [t],
  );
  if (!orders?.totalCount) return null;
  const card = (row: Row) => {
    const { number: title, placedAt, status, totalCents, currency } = read(row);
    return {
      href: `/orders/${row.id}`,
      title,
      sub: date(placedAt),
      figure: money(totalCents, currency),
      note: <OrderState quiet status={status} />,
    };
  };
  return (
    <RowsSection
      title={t('customer.finances.latestOrders')}
      rows={orders.nodes}
      total={orders.totalCount}
      columns={columns}
      card={card}
      rowId={rowId}
      minWidth={560}
    />
  );
}
