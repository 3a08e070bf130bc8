import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { OrderState } from '../../shared/order/order-state';
import { Figure } from '../../shared/ui/cell';
import { type Column, DataTable } from '../../shared/ui/data-table';
import { dateTime, money, phoneText, number as quantity } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { usePhone } from '../../shared/ui/use-phone';
import css from './order.module.css';

const AdminOrder = graphql(`
  query AdminOrder($id: ID!) {
    order(id: $id) {
      id number placedAt status totalCents currency lineCount email phone name address postalCode city country createdAt
      customer { id name }
      lines { id position sku description quantity unitPriceCents totalCents }
    }
  }
`);

type Line = {
  id: string;
  sku?: string | null;
  description?: string | null;
  quantity: number;
  unitPriceCents: number;
  totalCents: number;
};
const lineId = (line: Line) => line.id;

export function Order() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminOrder, { variables: { id } });
  const order = data?.order ?? undefined;
  const sum = (cents: number) => money(cents, order?.currency);
  const phone = usePhone();
  const columns: Column<Line>[] = [
    ...(phone ? [] : [{ id: 'sku', header: t('orders.sku'), width: 130, cell: (line: Line) => line.sku }]),
    { id: 'what', header: t('orders.what'), cell: (line) => line.description ?? (phone ? line.sku : null) },
    {
      id: 'quantity',
      header: t('lines.quantity'),
      align: 'right',
      width: phone ? 72 : 110,
      cell: (line) => quantity(line.quantity, 3),
    },
    ...(phone
      ? []
      : [
          {
            id: 'price',
            header: t('orders.price'),
            align: 'right' as const,
            width: 130,
            cell: (line: Line) => sum(line.unitPriceCents),
          },
        ]),
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
      crumbs={[[t('nav.orders'), '/orders'], [order?.number ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.order === null}
      header={
        order && {
          title: t('orders.titled', { number: order.number }),
          badges: <OrderState status={order.status} />,
          meta: (
            <>
              {order.customer && <Link to={`/customers/${order.customer.id}`}>{order.customer.name}</Link>}
              <span>{dateTime(order.placedAt)}</span>
            </>
          ),
          actions: <Figure>{sum(order.totalCents)}</Figure>,
        }
      }
      rail={
        order && (
          <Section plain title={t('orders.given')}>
            <Facts
              items={(
                [
                  [t('orders.name'), order.name],
                  [t('orders.email'), order.email],
                  [t('orders.phone'), order.phone && phoneText(order.phone)],
                  [t('orders.address'), [order.address, order.postalCode, order.city].filter(Boolean).join(', ') || null],
                  [t('orders.country'), order.country],
                  [t('orders.imported'), dateTime(order.createdAt)],
                ] as const
              ).map(([label, value]) => [label, value ?? '—'])}
            />
          </Section>
        )
      }
    >
      {order && (
        <Section title={t('lines.title')} count={order.lineCount} flush>
          <div className={css.rows}>
            <DataTable
              label={t('orders.table')}
              rows={order.lines}
              columns={columns}
              rowId={lineId}
              minWidth={phone ? 280 : 640}
            />
          </div>
        </Section>
      )}
    </DetailScreen>
  );
}
