import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Figure } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { date, money } from '../../shared/ui/format';
import { RowsSection } from './rows-section';

const PaymentRow_payment = graphql(`
  fragment PaymentRow_payment on Payment {
    id amountCents currency method paidOn reference
    allocations { id invoice { id number } }
  }
`);

type Row = { id: string } & FragmentType<typeof PaymentRow_payment>;
const read = (row: Row) => readFragment(PaymentRow_payment, row);
const rowId = ({ id }: Row) => id;

/** The latest money that came, and what it went to. */
export function CustomerPayments({ payments, total }: { payments: readonly Row[]; total: number }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      { id: 'on', header: t('customer.finances.paidOn'), width: 124, cell: (row) => date(read(row).paidOn) },
      {
        id: 'method',
        header: t('customer.finances.method'),
        width: 140,
        cell: (row) => t(`customer.method.${read(row).method}`),
      },
      { id: 'reference', header: t('customers.reference'), cell: (row) => read(row).reference },
      {
        id: 'for',
        header: t('customer.finances.paidFor'),
        cell: (row) =>
          read(row)
            .allocations.map(({ invoice }) => invoice.number)
            .join(', '),
      },
      {
        id: 'amount',
        header: t('customer.finances.amount'),
        align: 'right',
        width: 116,
        cell: (row) => <Figure>{money(read(row).amountCents, read(row).currency)}</Figure>,
      },
    ],
    [t],
  );
  if (total === 0) return null;
  const card = (row: Row) => {
    const { paidOn, method, amountCents, currency, allocations } = read(row);
    return {
      href: `/invoices/${allocations[0]?.invoice.id}`,
      title: t(`customer.method.${method}`),
      sub: date(paidOn),
      figure: money(amountCents, currency),
      note: allocations.map(({ invoice }) => invoice.number).join(', '),
    };
  };
  return (
    <RowsSection
      title={t('customer.finances.payments')}
      rows={payments}
      total={total}
      columns={columns}
      card={card}
      rowId={rowId}
      minWidth={600}
    />
  );
}
