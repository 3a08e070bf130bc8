import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconCreditCard, IconFileInvoice } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { InvoiceFilter, InvoiceSort, InvoiceStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, money, moneyKpi } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { KpiSkeleton } from '../../shared/ui/skeletons';
import { Status } from '../../shared/ui/status';
import { useInvoiceState } from './invoice-state';
import { DueFigures, sumOf } from './money-figures';

const PayDrawer = lazy(() => import('./pay-drawer'));

const InvoiceRow_invoice = graphql(`
  fragment InvoiceRow_invoice on Invoice {
    id number title totalCents dueCents currency issuedOn dueOn overdue
    ...InvoiceState_invoice
  }
`);
const ClientInvoices = graphql(`
  query ClientInvoices($after: String, $filter: InvoiceFilter, $sort: InvoiceSort!, $direction: Direction!) {
    invoices(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...InvoiceRow_invoice }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const ClientMoney = graphql(`
  query ClientMoney { customers(first: 20) { nodes { id ...MoneyFigures_customer } } }
`);

type Row = { id: string } & FragmentType<typeof InvoiceRow_invoice>;
const read = (row: Row) => readFragment(InvoiceRow_invoice, row);
const rowId = (row: Row) => row.id;
const newest = { by: 'ISSUED_ON', descending: true };
const open: InvoiceStatus[] = ['ISSUED', 'PARTIALLY_PAID'];
const statuses: InvoiceStatus[] = [...open, 'PAID'];

function filterOf(get: (key: string) => string | null): InvoiceFilter {
  const status = statuses.filter((value) => value === get('status'));
  return {
    search: get('q') || undefined,
    status: status.length ? status : get('open') ? open : undefined,
    overdue: get('overdue') ? get('overdue') === 'yes' : undefined,
  };
}

export function InvoiceList() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const stateOf = useInvoiceState();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const list = useConnection(
    ClientInvoices,
    { filter: filterOf(get), sort: sort.by as InvoiceSort, direction: sort.descending ? 'DESC' : 'ASC' },
    (data) => data.invoices,
  );
  const { data: owed } = useQuery(ClientMoney);
  const sum = owed && sumOf(owed.customers.nodes);

  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'number',
        header: t('invoices.invoice'),
        cell: (row) => <NameCell href={`/invoices/${row.id}`} title={read(row).number ?? ''} sub={read(row).title} />,
      },
      {
        id: 'state',
        header: t('invoices.state'),
        width: 190,
        cell: (row) => {
          const { tone, word } = stateOf(read(row));
          return <Status tone={tone}>{word}</Status>;
        },
      },
      { id: 'issued', header: t('invoices.issued'), sort: 'ISSUED_ON', width: 130, cell: (row) => dateShort(read(row).issuedOn) },
      { id: 'due', header: t('invoices.dueOn'), sort: 'DUE_ON', width: 130, cell: (row) => dateShort(read(row).dueOn) },
      {
        id: 'total',
        header: t('invoices.total'),
        sort: 'TOTAL',
        align: 'right',
        width: 150,
        cell: (row) => <Figure>{money(read(row).totalCents, read(row).currency)}</Figure>,
      },
      {
        id: 'left',
        header: t('money.due'),
        align: 'right',
        width: 150,
        cell: (row) => {
          const { dueCents, overdue, currency } = read(row);
          return dueCents > 0 ? <Figure tone={overdue ? 'danger' : 'strong'}>{money(dueCents, currency)}</Figure> : null;
        },
      },
    ],
    [t, stateOf],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { number, title, totalCents, dueOn, currency } = read(row);
        const { tone, word } = stateOf(read(row));
        return {
          href: `/invoices/${row.id}`,
          title: number ?? title,
          sub: (
            <Status quiet tone={tone}>
              {word}
            </Status>
          ),
          figure: money(totalCents, currency),
          note: dateShort(dueOn),
        };
      },
    [stateOf],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('invoices.state'),
      options: statuses.map((value) => ({ value, label: t(`invoice.state.${value}`) })),
    },
    {
      key: 'overdue',
      label: t('invoices.late'),
      options: ['yes', 'no'].map((value) => ({ value, label: t(`answer.${value}`) })),
    },
  ];

  return (
    <>
      <ListScreen
        name="invoices"
        title={t('nav.invoices')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        search={t('invoices.search')}
        filters={filters}
        views={[
          { label: t('invoices.all'), search: '' },
          { label: t('invoices.open'), search: 'open=yes' },
          { label: t('invoices.overdue'), search: 'overdue=yes' },
          { label: t('invoices.paid'), search: 'status=PAID' },
        ]}
        defaultSort={newest}
        kpis={
          owed ? (
            sum && (
              <KpiStrip columns={4}>
                <DueFigures sum={sum} />
                <Kpi label={t('money.billed')} value={moneyKpi(sum.billedCents)} href="/invoices" note={t('money.sinceEver')} />
                <Kpi label={t('money.paid')} value={moneyKpi(sum.paidCents)} href="/statement" note={t('money.sinceEver')} />
              </KpiStrip>
            )
          ) : (
            <KpiSkeleton columns={4} />
          )
        }
        actions={
          <Button component={Link} to="/statement" variant="default">
            {t('nav.statement')}
          </Button>
        }
        primary={sum?.openCount ? { label: t('pay.action'), icon: IconCreditCard, run: () => set({ pay: 'all' }) } : undefined}
        empty={
          <Empty icon={IconFileInvoice} title={t('invoices.none')}>
            {t('invoices.noneText')}
          </Empty>
        }
      />
      {get('pay') && (
        <Suspense>
          <PayDrawer picked={get('pay') ?? ''} close={() => set({ pay: null })} />
        </Suspense>
      )}
    </>
  );
}
