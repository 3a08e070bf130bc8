import { IconShoppingBag } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { OrderSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { OrderState } from '../../shared/order/order-state';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, dateTime, money } from '../../shared/ui/format';
import { OrderFind } from './order-find';

const ClientOrderRow_order = graphql(`
  fragment ClientOrderRow_order on Order { id number placedAt status totalCents currency lineCount }
`);
const ClientOrders = graphql(`
  query ClientOrders($after: String, $filter: OrderFilter, $sort: OrderSort!, $direction: Direction!) {
    orders(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...ClientOrderRow_order }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof ClientOrderRow_order>;
const read = (row: Row) => readFragment(ClientOrderRow_order, row);
const rowId = (row: Row) => row.id;
const newest = { by: 'PLACED_AT', descending: true };

/** A client's orders, and the way to those that wait for a proof of the address they were placed with. */
export function OrderList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const [finding, setFinding] = useState(false);
  const sort = sortOf(get('sort'), newest) ?? newest;
  const list = useConnection(
    ClientOrders,
    { filter: { number: get('q') }, sort: sort.by as OrderSort, direction: sort.descending ? 'DESC' : 'ASC' },
    (data) => data.orders,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'number',
        header: t('orders.number'),
        sort: 'NUMBER',
        cell: (row) => (
          <NameCell href={`/orders/${row.id}`} title={read(row).number} sub={t('orders.lines', { count: read(row).lineCount })} />
        ),
      },
      {
        id: 'state',
        header: t('orders.state'),
        width: 150,
        cell: (row) => <OrderState status={read(row).status} />,
      },
      { id: 'placed', header: t('orders.placedAt'), sort: 'PLACED_AT', width: 200, cell: (row) => dateTime(read(row).placedAt) },
      {
        id: 'total',
        header: t('orders.total'),
        sort: 'TOTAL',
        align: 'right',
        width: 150,
        cell: (row) => <Figure>{money(read(row).totalCents, read(row).currency)}</Figure>,
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => ({
        href: `/orders/${row.id}`,
        title: read(row).number,
        sub: <OrderState quiet status={read(row).status} />,
        figure: money(read(row).totalCents, read(row).currency),
        note: dateShort(read(row).placedAt),
      }),
    [],
  );
  return (
    <>
      <ListScreen
        name="orders"
        title={t('orders.title')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        search={t('orders.search')}
        defaultSort={newest}
        primary={
          permissions.includes('order.claim')
            ? { label: t('orders.find'), icon: IconShoppingBag, run: () => setFinding(true) }
            : undefined
        }
        empty={
          <Empty icon={IconShoppingBag} title={t('orders.none')}>
            {t('orders.noneText')}
          </Empty>
        }
      />
      {finding && <OrderFind close={() => setFinding(false)} found={list.retry} />}
    </>
  );
}
