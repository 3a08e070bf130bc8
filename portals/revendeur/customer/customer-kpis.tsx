import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, moneyKpi, relative } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';

const RevendeurKpis_customer = graphql(`
  fragment RevendeurKpis_customer on Customer {
    id createdAt
    financialSummary { revenue12mCents dueCents openCount overdueCents overdueCount currency }
    orderStats { confirmed spentCents currency }
    activities(first: 1) { nodes { id occurredAt title } }
  }
`);

/** What they buy, what they owe, and when they were last heard of. */
export function CustomerKpis(props: { customer: FragmentType<typeof RevendeurKpis_customer> }) {
  const { t } = useTranslation();
  const { createdAt, financialSummary: money, orderStats, activities } = readFragment(RevendeurKpis_customer, props.customer);
  const [last] = activities.nodes;
  const late = money?.overdueCents ?? 0;
  return (
    <KpiStrip columns={4}>
      {money && (
        <Kpi
          label={t('customer.kpi.revenue')}
          value={moneyKpi(money.revenue12mCents, money.currency)}
          note={t('customer.kpi.beforeTax')}
        />
      )}
      {orderStats && (
        <Kpi
          label={t('customer.kpi.spent')}
          value={moneyKpi(orderStats.spentCents, orderStats.currency)}
          note={t('customer.kpi.orders', { count: orderStats.confirmed })}
        />
      )}
      {money && (
        <Kpi
          label={t(late ? 'customer.kpi.overdue' : 'customer.kpi.due')}
          value={moneyKpi(late || money.dueCents, money.currency)}
          tone={late ? 'danger' : undefined}
          note={t('customer.kpi.invoices', { count: late ? money.overdueCount : money.openCount })}
        />
      )}
      <Kpi
        label={t('customer.kpi.last')}
        value={last ? relative(last.occurredAt) : '—'}
        note={last?.title ?? t('customer.kpi.since', { date: date(createdAt) })}
      />
    </KpiStrip>
  );
}
