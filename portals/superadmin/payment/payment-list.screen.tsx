import { IconCash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { PaymentMethod, PaymentSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date, money } from '../../shared/ui/format';
import { Person } from '../../shared/ui/who';

const AdminPaymentRow_payment = graphql(`
  fragment AdminPaymentRow_payment on Payment {
    id amountCents currency method paidOn reference
    customer { id name }
    recordedBy { id name }
    allocations { id invoice { id number } }
  }
`);
const AdminPayments = graphql(`
  query AdminPayments($after: String, $filter: PaymentFilter, $sort: PaymentSort!, $direction: Direction!) {
    payments(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminPaymentRow_payment }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminPaymentRow_payment>;
const read = (row: Row) => readFragment(AdminPaymentRow_payment, row);
const rowId = (row: Row) => row.id;
/** A payment is read on the invoice it was for. */
const hrefOf = (row: Row) => {
  const [first] = read(row).allocations;
  return first ? `/invoices/${first.invoice.id}` : `/customers/${read(row).customer.id}`;
};
const newest = { by: 'PAID_ON', descending: true };
const methods: PaymentMethod[] = ['TRANSFER', 'CARD', 'DIRECT_DEBIT', 'CHEQUE', 'CASH'];

export function PaymentList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const list = useConnection(
    AdminPayments,
    {
      filter: { method: methods.find((value) => value === get('method')), customerId: get('customer') },
      sort: sort.by as PaymentSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.payments,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'customer',
        header: t('payments.from'),
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).customer.name} sub={read(row).reference} />,
      },
      {
        id: 'invoices',
        header: t('payments.for'),
        cell: (row) =>
          read(row).allocations.length > 0 &&
          read(row).allocations.map(({ id, invoice }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <Link to={`/invoices/${invoice.id}`}>{invoice.number}</Link>
            </span>
          )),
      },
      { id: 'method', header: t('payments.method'), width: 150, cell: (row) => t(`payments.methods.${read(row).method}`) },
      {
        id: 'by',
        header: t('payments.by'),
        width: 170,
        cell: (row) => {
          const { recordedBy } = read(row);
          return recordedBy && <Person name={recordedBy.name} size={20} />;
        },
      },
      { id: 'on', header: t('payments.paidOn'), sort: 'PAID_ON', width: 130, cell: (row) => date(read(row).paidOn) },
      {
        id: 'amount',
        header: t('payments.amount'),
        sort: 'AMOUNT',
        align: 'right',
        width: 140,
        cell: (row) => <Figure>{money(read(row).amountCents, read(row).currency)}</Figure>,
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => ({
        href: hrefOf(row),
        title: read(row).customer.name,
        sub: t(`payments.methods.${read(row).method}`),
        figure: money(read(row).amountCents, read(row).currency),
        note: date(read(row).paidOn),
      }),
    [t],
  );
  const filters: Filter[] = [
    {
      key: 'method',
      label: t('payments.method'),
      options: methods.map((value) => ({ value, label: t(`payments.methods.${value}`) })),
    },
  ];
  return (
    <ListScreen
      name="payments"
      title={t('nav.payments')}
      crumbs={[[t('nav.invoices'), '/invoices'], [t('nav.payments')]]}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      filters={filters}
      defaultSort={newest}
      empty={
        <Empty icon={IconCash} title={t('payments.none')}>
          {t('payments.noneText')}
        </Empty>
      }
    />
  );
}
