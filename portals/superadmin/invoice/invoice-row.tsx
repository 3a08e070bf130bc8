import type { TFunction } from 'i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { InvoiceBadge } from '../../shared/invoice/invoice-badge';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { dateShort, money } from '../../shared/ui/format';

const AdminInvoiceRow_invoice = graphql(`
  fragment AdminInvoiceRow_invoice on Invoice {
    id number title status totalCents dueCents currency issuedOn dueOn overdue
    customer { id name }
    ...InvoiceBadge_invoice
  }
`);

export type InvoiceRow = { id: string } & FragmentType<typeof AdminInvoiceRow_invoice>;

const read = (row: InvoiceRow) => readFragment(AdminInvoiceRow_invoice, row);
const hrefOf = (row: InvoiceRow) => `/invoices/${row.id}`;
export const invoiceId = (row: InvoiceRow) => row.id;

export const columnsOf = (t: TFunction): Column<InvoiceRow>[] => [
  {
    id: 'number',
    header: t('invoices.one'),
    cell: (row) => <NameCell href={hrefOf(row)} title={read(row).number ?? t('invoices.draft')} sub={read(row).title} />,
  },
  { id: 'customer', header: t('invoices.customer'), cell: (row) => read(row).customer.name },
  { id: 'state', header: t('invoices.state'), width: 190, cell: (row) => <InvoiceBadge invoice={read(row)} /> },
  {
    id: 'issued',
    header: t('invoices.issuedOn'),
    sort: 'ISSUED_ON',
    width: 120,
    cell: (row) => read(row).status !== 'DRAFT' && dateShort(read(row).issuedOn),
  },
  {
    id: 'due',
    header: t('invoices.dueOn'),
    sort: 'DUE_ON',
    width: 120,
    cell: (row) => read(row).status !== 'DRAFT' && dateShort(read(row).dueOn),
  },
  {
    id: 'total',
    header: t('invoices.total'),
    sort: 'TOTAL',
    align: 'right',
    width: 130,
    cell: (row) => <Figure>{money(read(row).totalCents, read(row).currency)}</Figure>,
  },
  {
    id: 'left',
    header: t('invoices.left'),
    align: 'right',
    width: 130,
    cell: (row) => {
      const { status, dueCents, overdue, currency } = read(row);
      if (status === 'DRAFT' || dueCents <= 0) return null;
      return <Figure tone={overdue ? 'danger' : 'quiet'}>{money(dueCents, currency)}</Figure>;
    },
  },
];

export const cardOf =
  (t: TFunction) =>
  (row: InvoiceRow): CardContent => {
    const { number, customer, totalCents, currency } = read(row);
    return {
      href: hrefOf(row),
      title: number ?? t('invoices.draft'),
      sub: customer.name,
      figure: money(totalCents, currency),
      note: <InvoiceBadge quiet invoice={read(row)} />,
    };
  };
