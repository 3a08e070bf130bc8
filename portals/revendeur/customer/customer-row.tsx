import type { TFunction } from 'i18next';
import { CustomerMark } from '../../shared/customer/customer-mark';
import { CustomerStatus } from '../../shared/customer/customer-status';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { moneyRound, number, relative } from '../../shared/ui/format';
import { Tags } from '../../shared/ui/tags';

const RevendeurCustomerRow_customer = graphql(`
  fragment RevendeurCustomerRow_customer on Customer {
    id reference kind name status tags
    addresses { id city }
    openDeals: opportunities(first: 0, filter: { open: true }) { totalCount }
    financialSummary { billedCents dueCents overdueCents currency }
    activities(first: 1) { nodes { id occurredAt } }
  }
`);

export type CustomerListRow = { id: string } & FragmentType<typeof RevendeurCustomerRow_customer>;

const read = (row: CustomerListRow) => readFragment(RevendeurCustomerRow_customer, row);
export const customerId = (row: CustomerListRow) => row.id;
const hrefOf = (row: CustomerListRow) => `/customers/${row.id}`;

/** The columns of one’s customers; amounts of nothing are “—”. */
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
    { id: 'reference', header: t('customers.reference'), sort: 'REFERENCE', width: 110, cell: (row) => read(row).reference },
    {
      id: 'status',
      header: t('customers.status'),
      width: 110,
      cell: (row) => <CustomerStatus quiet status={read(row).status} />,
    },
    {
      id: 'tags',
      header: t('customers.tags'),
      width: 220,
      cell: (row) => {
        const { tags } = read(row);
        return tags?.length ? <Tags tags={tags} /> : null;
      },
    },
    {
      id: 'deals',
      header: t('customers.deals'),
      align: 'right',
      width: 120,
      cell: (row) => {
        const count = read(row).openDeals?.totalCount;
        return count ? number(count) : null;
      },
    },
    {
      id: 'billed',
      header: t('customers.billed'),
      align: 'right',
      width: 120,
      cell: (row) => {
        const money = read(row).financialSummary;
        return money?.billedCents ? <Figure>{moneyRound(money.billedCents, money.currency)}</Figure> : null;
      },
    },
    {
      id: 'overdue',
      header: t('customers.overdue'),
      align: 'right',
      width: 110,
      cell: (row) => {
        const money = read(row).financialSummary;
        return money?.overdueCents ? <Figure tone="danger">{moneyRound(money.overdueCents, money.currency)}</Figure> : null;
      },
    },
    {
      id: 'last',
      header: t('customers.last'),
      align: 'right',
      width: 140,
      cell: (row) => {
        const [last] = read(row).activities.nodes;
        return last && <Figure tone="quiet">{relative(last.occurredAt)}</Figure>;
      },
    },
  ];
}

export const cardOf =
  (t: TFunction) =>
  (row: CustomerListRow): CardContent => {
    const { name, kind, status, addresses, financialSummary: money } = read(row);
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
      figure: money?.billedCents ? moneyRound(money.billedCents, money.currency) : undefined,
      note: money?.overdueCents ? (
        <Figure tone="danger">{t('customers.late', { amount: moneyRound(money.overdueCents, money.currency) })}</Figure>
      ) : undefined,
    };
  };
