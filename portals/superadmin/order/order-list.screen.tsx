import { Button } from '@mantine/core';
import { IconLink, IconShoppingBag, IconUpload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { OrderSort, OrderStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { OrderState } from '../../shared/order/order-state';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date, dateTime, money } from '../../shared/ui/format';

const AdminOrderRow_order = graphql(`
  fragment AdminOrderRow_order on Order {
    id number placedAt status totalCents currency lineCount name email country
    customer { id name }
  }
`);
const AdminOrders = graphql(`
  query AdminOrders($after: String, $filter: OrderFilter, $sort: OrderSort!, $direction: Direction!) {
    orders(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminOrderRow_order }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminOrderRow_order>;
const read = (row: Row) => readFragment(AdminOrderRow_order, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/orders/${row.id}`;
const newest = { by: 'PLACED_AT', descending: true };
const statuses: OrderStatus[] = ['PENDING', 'CONFIRMED', 'CANCELLED'];

export function OrderList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const linked = get('linked');
  const list = useConnection(
    AdminOrders,
    {
      filter: {
        number: get('q'),
        status: statuses.find((value) => value === get('status')),
        linked: linked ? linked === 'yes' : null,
      },
      sort: sort.by as OrderSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.orders,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'number',
        header: t('orders.one'),
        sort: 'NUMBER',
        cell: (row) => (
          <NameCell href={hrefOf(row)} title={read(row).number} sub={t('orders.lines', { count: read(row).lineCount })} />
        ),
      },
      {
        id: 'customer',
        header: t('orders.customer'),
        cell: (row) => {
          const { customer, name, email } = read(row);
          return customer ? <Link to={`/customers/${customer.id}`}>{customer.name}</Link> : (name ?? email);
        },
      },
      { id: 'state', header: t('orders.state'), width: 130, cell: (row) => <OrderState quiet status={read(row).status} /> },
      { id: 'country', header: t('orders.country'), width: 150, cell: (row) => read(row).country },
      { id: 'placed', header: t('orders.placedAt'), sort: 'PLACED_AT', width: 190, cell: (row) => dateTime(read(row).placedAt) },
      {
        id: 'total',
        header: t('orders.total'),
        sort: 'TOTAL',
        align: 'right',
        width: 140,
        cell: (row) => <Figure>{money(read(row).totalCents, read(row).currency)}</Figure>,
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { number, customer, name, totalCents, currency, placedAt, status } = read(row);
        return {
          href: hrefOf(row),
          title: customer?.name ?? name ?? number,
          sub: (
            <>
              <OrderState quiet status={status} /> {number}
            </>
          ),
          figure: money(totalCents, currency),
          note: date(placedAt),
        };
      },
    [],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('orders.state'),
      options: statuses.map((value) => ({ value, label: t(`orders:states.${value}`) })),
    },
    {
      key: 'linked',
      label: t('orders.linked'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) })),
    },
  ];
  const bring = permissions.includes('order.import');
  return (
    <ListScreen
      name="orders"
      title={t('nav.orders')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('orders.search')}
      filters={filters}
      views={[
        { label: t('orders.view.all'), search: '' },
        { label: t('orders.view.confirmed'), search: 'status=CONFIRMED' },
        { label: t('orders.view.cancelled'), search: 'status=CANCELLED' },
        { label: t('orders.view.unlinked'), search: 'linked=no' },
      ]}
      defaultSort={newest}
      actions={
        permissions.includes('orderLink.read') && (
          <Button component={Link} to="/order-links" variant="default" leftSection={<IconLink size={15} stroke={1.8} />}>
            {t('orders.links')}
          </Button>
        )
      }
      primary={bring ? { label: t('orders.import'), icon: IconUpload, href: '/imports' } : undefined}
      empty={
        <Empty
          icon={IconShoppingBag}
          title={t('orders.none')}
          action={
            bring && (
              <Button component={Link} to="/imports" variant="default">
                {t('orders.import')}
              </Button>
            )
          }
        >
          {t('orders.noneText')}
        </Empty>
      }
    />
  );
}
