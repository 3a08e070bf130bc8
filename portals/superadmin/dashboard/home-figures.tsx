import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { delta, moneyKpi, number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Spark } from '../../shared/ui/spark';

const AdminHomeFigures_dashboard = graphql(`
  fragment AdminHomeFigures_dashboard on SuperadminDashboard {
    customers activeCustomers newCustomers openProjects lateProjects openMissions missionsToApprove
    dueCents overdueInvoices overdueCents currency
    revenue { month revenueCents currency }
  }
`);

const sum = (cents: readonly number[]) => cents.reduce((total, one) => total + one, 0);

/** The last three whole months against the three before; undefined where there was nothing to compare with. */
function trendOf(months: readonly number[]) {
  const whole = months.slice(0, -1);
  const before = sum(whole.slice(-6, -3));
  if (!before) return undefined;
  const ratio = sum(whole.slice(-3)) / before - 1;
  return { text: delta(ratio), good: ratio >= 0, up: ratio >= 0 };
}

/** Each figure leads to the rows it counts. */
export function HomeFigures(props: { dashboard: FragmentType<typeof AdminHomeFigures_dashboard> }) {
  const { t } = useTranslation();
  const figures = readFragment(AdminHomeFigures_dashboard, props.dashboard);
  const { revenue, currency, dueCents, overdueCents, overdueInvoices, lateProjects } = figures;
  const months = revenue?.map(({ revenueCents }) => revenueCents);
  const trend = months && trendOf(months);
  const withMoney = dueCents != null && overdueCents != null;
  return (
    <KpiStrip columns={3 + (months ? 1 : 0) + (withMoney ? 2 : 0)}>
      <Kpi
        label={t('home.customers')}
        value={number(figures.customers)}
        href="/customers"
        note={t('home.newCustomers', { count: figures.newCustomers })}
      />
      {months && (
        <Kpi
          label={t('home.revenue12')}
          value={moneyKpi(sum(months), currency)}
          trend={trend}
          note={trend ? t('home.inThreeMonths') : t('home.net')}
          visual={<Spark values={months} />}
        />
      )}
      {withMoney && (
        <>
          <Kpi label={t('home.due')} value={moneyKpi(dueCents, currency)} href="/invoices?open=yes&sort=DUE_ON" />
          <Kpi
            label={t('home.overdue')}
            value={moneyKpi(overdueCents, currency)}
            tone={overdueCents > 0 ? 'danger' : undefined}
            href="/invoices?overdue=yes&sort=DUE_ON"
            note={t('home.invoices', { count: overdueInvoices ?? 0 })}
          />
        </>
      )}
      <Kpi
        label={t('home.projects')}
        value={number(figures.openProjects)}
        href={lateProjects ? '/projects?late=yes&sort=DUE_ON' : '/projects'}
        note={lateProjects ? t('home.late', { count: lateProjects }) : t('home.onTime')}
      />
      <Kpi
        label={t('home.missions')}
        value={number(figures.openMissions)}
        href={figures.missionsToApprove ? '/missions?status=DELIVERED' : '/missions'}
        note={t('home.toApprove', { count: figures.missionsToApprove })}
      />
    </KpiStrip>
  );
}
