import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Bars } from '../../shared/ui/bars';
import { moneyRound, month, monthLong } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';

const AdminHomeRevenue_dashboard = graphql(`
  fragment AdminHomeRevenue_dashboard on SuperadminDashboard {
    currency
    revenue { month revenueCents currency }
  }
`);

/** Revenue by month; the chart comes after the page. */
export function HomeRevenue(props: { dashboard: FragmentType<typeof AdminHomeRevenue_dashboard> }) {
  const { t } = useTranslation();
  const { revenue, currency } = readFragment(AdminHomeRevenue_dashboard, props.dashboard);
  const best = revenue?.reduce((most, one) => (one.revenueCents > most.revenueCents ? one : most));
  if (!revenue || !best?.revenueCents) return null;
  return (
    <Section title={t('home.revenue')}>
      <Bars
        label={t('home.revenueSays', { month: monthLong(best.month), amount: moneyRound(best.revenueCents, currency) })}
        data={revenue.map((one) => ({ month: month(one.month), revenue: one.revenueCents }))}
        by="month"
        series={[{ name: 'revenue', label: t('home.revenue') }]}
        format={(cents) => moneyRound(cents, currency)}
      />
    </Section>
  );
}
