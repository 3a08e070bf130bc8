import type { TFunction } from 'i18next';
import { CustomerMark } from '../../shared/customer/customer-mark';
import { CustomerStatus } from '../../shared/customer/customer-status';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell, TwoLines } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { moneyRound, relative } from '../../shared/ui/format';
import { Tags } from '../../shared/ui/tags';
import { Person } from '../../shared/ui/who';

const CustomerRow_customer = graphql(`
  fragment CustomerRow_customer on Customer {
    id reference kind name status tags
    addresses { id city }
    manager { id name }
    orderStats { total confirmed spentCents currency }
    financialSummary { dueCents overdueCents currency }
    activities(first: 1) { nodes { id occurredAt } }
  }
`);

export type CustomerListRow = { id: string } & FragmentType<typeof CustomerRow_customer>;

const read = (row: CustomerListRow) => readFragment(CustomerRow_customer, row);
export const customerId = (row: CustomerListRow) => row.id;
const hrefOf = (row: CustomerListRow) => `/customers/${row.id}`;

/** The page of columns, each from the one request. Amounts of nothing are “—”. */
export function columnsOf(t: TFunction): Column<CustomerListRow>[] {
  return [
    {
      id: 'name',
      header: t('customers.name'),
      sort: 'NAME',
      cell: (row) => {
        const { name, kind, addresses } = read(row);
        return (
          <NameCell href={hrefOf(row)} title={name} sub={addresses[0]?.city} mark={<CustomerMark name={name} kind={kind} />} />
        );
      },
    },
    { id: 'reference', header: t('customers.reference'), sort: 'REFERENCE', width: 104, cell: (row) => read(row).reference },
    {
      id: 'status',
      header: t('customers.status'),
      width: 104,
      cell: (row) => <CustomerStatus quiet status={read(row).status} />,
    },
    { id: 'tags', header: t('customers.tags'), width: 190, cell: (row) => tagsOf(read(row).tags) },
    {
      id: 'spent',
      header: t('customers.spent'),
      align: 'right',
      sort: 'SPENT',
      width: 128,
      cell: (row) => {
        const stats = read(row).orderStats;
        return stats?.total ? (
          <TwoLines sub={t('customers.ordered', { count: stats.total })}>{moneyRound(stats.spentCents, stats.currency)}</TwoLines>
        ) : null;
      },
    },
    {
      id: 'due',
      header: t('customers.due'),
      align: 'right',
      width: 104,
      cell: (row) => {
        const money = read(row).financialSummary;
        return money?.dueCents ? moneyRound(money.dueCents, money.currency) : null;
      },
    },
    {
      id: 'overdue',
      header: t('customers.overdue'),
      align: 'right',
      width: 104,
      cell: (row) => {
        const money = read(row).financialSummary;
        return money?.overdueCents ? <Figure tone="danger">{moneyRound(money.overdueCents, money.currency)}</Figure> : null;
      },
    },
    {
      id: 'manager',
      header: t('customers.manager'),
      width: 158,
      cell: (row) => {
        const { manager } = read(row);
        return manager && <Person name={manager.name} size={20} />;
      },
    },
    {
      id: 'last',
      header: t('customers.last'),
      align: 'right',
      width: 132,
      cell: (row) => {
        const [last] = read(row).activities.nodes;
        return last && <Figure tone="quiet">{relative(last.occurredAt)}</Figure>;
      },
    },
  ];
}

const tagsOf = (tags: readonly string[] | null | undefined) => (tags?.length ? <Tags tags={tags} /> : null);

export const cardOf =
  (t: TFunction) =>
  (row: CustomerListRow): CardContent => {
    const { name, kind, status, addresses, orderStats, financialSummary } = read(row);
    const overdue = financialSummary?.overdueCents;
    return {
      href: hrefOf(row),
      title: name,
      mark: <CustomerMark name={name} kind={kind} size={36} />,
      sub: (
        <>
          <CustomerStatus quiet status={status} />
          {addresses[0] && ` · ${addresses[0].city}`}
        </>
      ),
      figure: orderStats?.confirmed ? moneyRound(orderStats.spentCents, orderStats.currency) : undefined,
      note: overdue ? (
        <Figure tone="danger">{t('customers.late', { amount: moneyRound(overdue, financialSummary.currency) })}</Figure>
      ) : undefined,
    };
  };
