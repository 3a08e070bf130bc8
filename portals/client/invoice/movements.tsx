import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { type CardContent, CardList } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import { type Column, DataTable } from '../../shared/ui/data-table';
import { date, dateShort, money } from '../../shared/ui/format';
import { usePhone } from '../../shared/ui/use-phone';

const Movements_transaction = graphql(`
  fragment Movements_transaction on Transaction {
    id kind on label amountCents balanceCents currency
    invoice { id title }
    payment { id method allocations { invoice { id number } } }
  }
`);

type Row = { id: string } & FragmentType<typeof Movements_transaction>;
const read = (row: Row) => readFragment(Movements_transaction, row);
const rowId = (row: Row) => row.id;

/** The lines of a statement. An invoice leads to itself, a payment to the first invoice it went to. */
export function Movements({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const told = useMemo(
    () => (row: Row) => {
      const { label, invoice, payment } = read(row);
      const [first] = payment?.allocations ?? [];
      return {
        href: `/invoices/${invoice?.id ?? first?.invoice.id ?? ''}`,
        title: invoice ? t('invoice.title', { number: label }) : t(`method.${payment?.method ?? 'TRANSFER'}`),
        sub:
          invoice?.title ??
          [label, ...(payment?.allocations ?? []).map((part) => part.invoice.number)].filter(Boolean).join(', '),
      };
    },
    [t],
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'what', header: t('statement.what'), cell: (row) => <NameCell {...told(row)} /> },
      { id: 'on', header: t('statement.on'), width: 150, cell: (row) => date(read(row).on) },
      {
        id: 'debit',
        header: t('statement.billed'),
        align: 'right',
        width: 150,
        cell: (row) => {
          const { amountCents, currency } = read(row);
          return amountCents > 0 ? <Figure>{money(amountCents, currency)}</Figure> : null;
        },
      },
      {
        id: 'credit',
        header: t('statement.paid'),
        align: 'right',
        width: 150,
        cell: (row) => {
          const { amountCents, currency } = read(row);
          return amountCents < 0 ? <Figure>{money(-amountCents, currency)}</Figure> : null;
        },
      },
      {
        id: 'balance',
        header: t('statement.balance'),
        align: 'right',
        width: 150,
        cell: (row) => <Figure tone="quiet">{money(read(row).balanceCents, read(row).currency)}</Figure>,
      },
    ],
    [t, told],
  );
  const card = (row: Row): CardContent => {
    const { on, amountCents, balanceCents, currency } = read(row);
    return {
      ...told(row),
      sub: dateShort(on),
      figure: money(amountCents, currency),
      note: t('statement.after', { amount: money(balanceCents, currency) }),
    };
  };
  if (phone) return <CardList rows={rows} rowId={rowId} card={card} />;
  return <DataTable label={t('nav.statement')} rows={rows} columns={columns} rowId={rowId} />;
}
