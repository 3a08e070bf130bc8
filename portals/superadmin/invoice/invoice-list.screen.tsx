import { Button } from '@mantine/core';
import { IconFileInvoice } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { Primary } from '../../shared/frame/primary';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { InvoiceFilter, InvoiceSort, InvoiceStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { InvoiceFigures } from './invoice-figures';
import { cardOf, columnsOf, type InvoiceRow, invoiceId } from './invoice-row';

const AdminInvoices = graphql(`
  query AdminInvoices($after: String, $filter: InvoiceFilter, $sort: InvoiceSort!, $direction: Direction!) {
    invoices(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminInvoiceRow_invoice }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const newest = { by: 'ISSUED_ON', descending: true };
const open: InvoiceStatus[] = ['ISSUED', 'PARTIALLY_PAID'];
const statuses: InvoiceStatus[] = ['DRAFT', ...open, 'PAID'];

function filterOf(get: (key: string) => string | null): InvoiceFilter {
  const status = statuses.filter((value) => value === get('status'));
  return {
    search: get('q'),
    status: status.length ? status : get('open') ? open : null,
    overdue: get('overdue') ? get('overdue') === 'yes' : null,
    customerId: get('customer'),
    from: get('from'),
    to: get('to'),
  };
}

/** The years one may choose, the latest first: those of the last ten that can hold invoices. */
const years = Array.from({ length: 5 }, (_, i) => String(new Date().getFullYear() - i));

export function InvoiceList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const year = get('year');
  const list = useConnection(
    AdminInvoices,
    {
      filter: {
        ...filterOf(get),
        ...(year && years.includes(year) ? { from: `${year}-01-01`, to: `${year}-12-31` } : {}),
      },
      sort: sort.by as InvoiceSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.invoices,
  );
  const columns = useMemo(() => columnsOf(t), [t]);
  const card = useMemo(() => cardOf(t), [t]);
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('invoices.state'),
      options: statuses.map((value) => ({ value, label: t(`invoices.states.${value}`) })),
    },
    {
      key: 'overdue',
      label: t('invoices.late'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) })),
    },
    { key: 'year', label: t('invoices.year'), options: years.map((value) => ({ value, label: value })) },
  ];
  const create = permissions.includes('invoice.create') ? { label: t('invoices.new'), href: '/invoices/new' } : undefined;

  return (
    <ListScreen<InvoiceRow>
      name="invoices"
      title={t('nav.invoices')}
      list={list}
      columns={columns}
      card={card}
      rowId={invoiceId}
      search={t('invoices.search')}
      filters={filters}
      views={[
        { label: t('invoices.view.all'), search: '' },
        { label: t('invoices.view.drafts'), search: 'status=DRAFT&sort=-CREATED_AT' },
        { label: t('invoices.view.open'), search: 'open=yes&sort=DUE_ON' },
        { label: t('invoices.view.overdue'), search: 'overdue=yes&sort=DUE_ON' },
        { label: t('invoices.view.paid'), search: 'status=PAID' },
      ]}
      defaultSort={newest}
      kpis={<InvoiceFigures />}
      actions={
        <Button component={Link} to="/payments" variant="default">
          {t('nav.payments')}
        </Button>
      }
      primary={create}
      empty={
        <Empty icon={IconFileInvoice} title={t('invoices.none')} action={create && <Primary {...create} />}>
          {t('invoices.noneText')}
        </Empty>
      }
    />
  );
}
