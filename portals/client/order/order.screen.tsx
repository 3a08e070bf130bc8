import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { OrderState } from '../../shared/order/order-state';
import { Figure } from '../../shared/ui/cell';
import { type Column, DataTable } from '../../shared/ui/data-table';
import { dateTime, money, number as quantity } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { usePhone } from '../../shared/ui/use-phone';

const ClientOrder = graphql(`
  query ClientOrder($id: ID!) {
    order(id: $id) {
      id number placedAt status totalCents currency lineCount
      lines { id description sku quantity totalCents }
    }
  }
`);

type Line = { id: string; sku?: string | null; description?: string | null; quantity: number; totalCents: number };
const lineId = (line: Line) => line.id;

/** One order of theirs, line by line. */
export function Order() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const phone = usePhone();
  const { data, error, refetch } = useQuery(ClientOrder, { variables: { id } });
  const order = data?.order ?? undefined;
  const sum = (cents: number) => money(cents, order?.currency);
  const columns: Column<Line>[] = [
    { id: 'what', header: t('orders.what'), cell: (line) => line.description ?? line.sku },
    {
      id: 'quantity',
      header: t('orders.quantity'),
      align: 'right',
      width: phone ? 72 : 110,
      cell: (line) => quantity(line.quantity, 3),
    },
    {
      id: 'total',
      header: t('orders.total'),
      align: 'right',
      width: phone ? 96 : 130,
      cell: (line) => <Figure>{sum(line.totalCents)}</Figure>,
    },
  ];
  return (
    <DetailScreen
      crumbs={[[t('orders.title'), '/orders'], [order?.number ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.order === null}
      header={
        order && {
          title: t('orders.titled', { number: order.number }),
          badges: <OrderState status={order.status} />,
          meta: <span>{dateTime(order.placedAt)}</span>,
          actions: <Figure>{sum(order.totalCents)}</Figure>,
        }
      }
    >
      {order && (
        <Section title={t('orders.content')} count={order.lineCount}>
          <DataTable label={t('orders.table')} rows={order.lines} columns={columns} rowId={lineId} minWidth={phone ? 280 : 480} />
        </Section>
      )}
    </DetailScreen>
  );
}
