import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, moneyKpi } from '../../shared/ui/format';
import { Kpi } from '../../shared/ui/kpi';

const MoneyFigures_customer = graphql(`
  fragment MoneyFigures_customer on Customer {
    id
    financialSummary { dueCents openCount overdueCents overdueCount oldestOverdueOn billedCents paidCents }
  }
`);

type Customers = readonly FragmentType<typeof MoneyFigures_customer>[];

/** What is owed over all companies of the viewer; undefined for who may not see their money. */
export function sumOf(customers: Customers) {
  const all = customers.map((customer) => readFragment(MoneyFigures_customer, customer).financialSummary);
  const seen = all.filter((summary) => summary !== null && summary !== undefined);
  if (!seen.length) return undefined;
  const add = (key: 'dueCents' | 'openCount' | 'overdueCents' | 'overdueCount' | 'billedCents' | 'paidCents') =>
    seen.reduce((sum, summary) => sum + summary[key], 0);
  return {
    dueCents: add('dueCents'),
    openCount: add('openCount'),
    overdueCents: add('overdueCents'),
    overdueCount: add('overdueCount'),
    billedCents: add('billedCents'),
    paidCents: add('paidCents'),
    oldestOverdueOn: seen
      .flatMap(({ oldestOverdueOn }) => oldestOverdueOn ?? [])
      .sort()
      .at(0),
  };
}

/** What is left to pay, and what of it is late: two cells of a strip. */
export function DueFigures({ sum }: { sum: NonNullable<ReturnType<typeof sumOf>> }) {
  const { t } = useTranslation();
  return (
    <>
      <Kpi
        label={t('money.due')}
        value={moneyKpi(sum.dueCents)}
        href="/invoices?open=yes"
        note={t('money.invoices', { count: sum.openCount })}
      />
      <Kpi
        label={t('money.overdue')}
        value={moneyKpi(sum.overdueCents)}
        href="/invoices?overdue=yes"
        tone={sum.overdueCents > 0 ? 'danger' : undefined}
        note={sum.oldestOverdueOn ? t('money.since', { date: dateShort(sum.oldestOverdueOn) }) : t('money.nothingLate')}
      />
    </>
  );
}
