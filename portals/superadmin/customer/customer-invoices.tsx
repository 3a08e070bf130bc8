import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { InvoiceBadge } from '../../shared/invoice/invoice-badge';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { dateShort, money } from '../../shared/ui/format';
import { RowsSection } from './rows-section';

const CustomerInvoiceRow_invoice = graphql(`
  fragment CustomerInvoiceRow_invoice on Invoice {
    id number title issuedOn dueOn totalCents dueCents currency overdue
    ...InvoiceBadge_invoice
  }
`);
const CustomerInvoices_customer = graphql(`
  fragment CustomerInvoices_customer on Customer {
    id
    latestInvoices: invoices(first: 20) { totalCount nodes { id ...CustomerInvoiceRow_invoice } }
  }
`);

type Row = { id: string } & FragmentType<typeof CustomerInvoiceRow_invoice>;
const read = (row: Row) => readFragment(CustomerInvoiceRow_invoice, row);
const rowId = ({ id }: Row) => id;

/** Their latest invoices, each the way to its own page. */
export function CustomerInvoices(props: { customer: FragmentType<typeof CustomerInvoices_customer> }) {
  const { t } = useTranslation();
  const { latestInvoices: invoices } = readFragment(CustomerInvoices_customer, props.customer);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'number',
        header: t('customer.finances.number'),
        cell: (row) => (
          <NameCell href={`/invoices/${row.id}`} title={read(row).number ?? t('customer.finances.draft')} sub={read(row).title} />
        ),
      },
      { id: 'status', header: t('customers.status'), width: 150, cell: (row) => <InvoiceBadge quiet invoice={read(row)} /> },
      { id: 'issued', header: t('customer.finances.issued'), width: 104, cell: (row) => dateShort(read(row).issuedOn) },
      { id: 'dueOn', header: t('customer.finances.dueOn'), width: 104, cell: (row) => dateShort(read(row).dueOn) },
      {
        id: 'total',
        header: t('customer.finances.total'),
        align: 'right',
        width: 116,
        cell: (row) => <Figure>{money(read(row).totalCents, read(row).currency)}</Figure>,
      },
      {
        id: 'due',
        header: t('customer.finances.remains'),
        align: 'right',
        width: 116,
        cell: (row) => {
          const { dueCents, currency, overdue } = read(row);
          return dueCents ? <Figure tone={overdue ? 'danger' : 'strong'}>{money(dueCents, currency)}</Figure> : null;
        },
      },
    ],
    [t],
  );
  const card = (row: Row) => {
    const { number, title, totalCents, currency } = read(row);
    return {
      href: `/invoices/${row.id}`,
      title: number ?? t('customer.finances.draft'),
      sub: title,
      figure: money(totalCents, currency),
      note: <InvoiceBadge quiet invoice={read(row)} />,
    };
  };
  return (
    <RowsSection
      title={t('customer.finances.invoices')}
      rows={invoices.nodes}
      total={invoices.totalCount}
      columns={columns}
      card={card}
      rowId={rowId}
      minWidth={640}
      none={t('customer.finances.noInvoice')}
    />
  );
}
