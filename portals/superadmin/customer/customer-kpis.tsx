import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { patched } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, moneyKpi, number, percent, relative } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Spark } from '../../shared/ui/spark';

const CustomerKpis_customer = graphql(`
  fragment CustomerKpis_customer on Customer {
    id
    financialSummary {
      currency dueCents openCount overdueCents overdueCount oldestOverdueOn daysToPay
      revenue12mCents revenuePrevious12mCents
    }
    revenueSeries(months: 12) { month revenueCents }
    orderStats { confirmed spentCents currency lastOrderAt }
    lastContact: activities(first: 1, filter: { kinds: [CALL, EMAIL, MEETING, NOTE] }) {
      nodes { id kind occurredAt author { id name } }
    }
    openProjects: projects(first: 5, sort: DUE_ON, direction: ASC, filter: { status: [PLANNED, IN_PROGRESS, ON_HOLD] }) { totalCount }
    openMissions: missions(first: 5, filter: { status: [OPEN, ASSIGNED, IN_PROGRESS, DELIVERED] }) { totalCount }
  }
`);

const day = 86_400_000;
/** Ten times as much as nearly nothing says nothing. */
const tellingGrowth = 9.99;

/** The figures of a customer, each the way to the tab that explains it. */
export function CustomerKpis(props: { customer: FragmentType<typeof CustomerKpis_customer> }) {
  const { t } = useTranslation(['portal', 'activity']);
  const { search } = useLocation();
  const customer = readFragment(CustomerKpis_customer, props.customer);
  const { financialSummary: money, orderStats: orders, openProjects, openMissions } = customer;
  const [last] = customer.lastContact.nodes;
  const to = (tab: string) => `?${patched(search, { tab })}`;
  const ratio = money && money.revenuePrevious12mCents > 0 ? money.revenue12mCents / money.revenuePrevious12mCents - 1 : Infinity;
  const growth = ratio <= tellingGrowth ? ratio : undefined;
  // Orders stand in the series too: beside revenue that is invoiced, it is drawn only where there are none.
  const series = orders?.confirmed ? [] : (customer.revenueSeries ?? []).map(({ revenueCents }) => revenueCents);
  const late = money?.oldestOverdueOn ? Math.floor((Date.now() - Date.parse(money.oldestOverdueOn)) / day) : 0;

  return (
    <KpiStrip columns={7}>
      {money && (
        <>
          <Kpi
            label={t('customer.kpi.revenue')}
            value={moneyKpi(money.revenue12mCents, money.currency)}
            href={to('analytics')}
            trend={growth === undefined ? undefined : { text: percent(Math.abs(growth)), good: growth >= 0, up: growth >= 0 }}
            note={growth === undefined ? undefined : t('customer.kpi.overYear')}
            visual={series.some(Boolean) && <Spark values={series} width={44} height={20} />}
          />
          <Kpi
            label={t('customer.kpi.due')}
            value={moneyKpi(money.dueCents, money.currency)}
            href={to('finances')}
            note={t('customer.kpi.invoices', { count: money.openCount })}
          />
          <Kpi
            label={t('customer.kpi.overdue')}
            value={moneyKpi(money.overdueCents, money.currency)}
            href={to('finances')}
            tone={money.overdueCents > 0 ? 'danger' : undefined}
            note={
              money.overdueCount
                ? t('customer.kpi.lateFor', { count: money.overdueCount, days: number(late) })
                : t('customer.kpi.noneLate')
            }
          />
          <Kpi
            label={t('customer.kpi.daysToPay')}
            value={money.daysToPay == null ? '—' : t('customer.kpi.days', { days: number(money.daysToPay) })}
            href={to('finances')}
            note={money.daysToPay == null ? t('customer.kpi.noPayment') : t('customer.kpi.mean')}
          />
        </>
      )}
      {orders && (
        <Kpi
          label={t('customer.kpi.orders')}
          value={orders.confirmed ? moneyKpi(orders.spentCents, orders.currency) : '—'}
          href={to('finances')}
          note={
            orders.lastOrderAt
              ? t('customer.kpi.orderCount', { count: orders.confirmed, date: dateShort(orders.lastOrderAt) })
              : t('customer.kpi.noOrder')
          }
        />
      )}
      <Kpi
        label={t('customer.kpi.work')}
        value={number(openProjects.totalCount + openMissions.totalCount)}
        note={t('customer.kpi.workSplit', {
          projects: t('customer.kpi.projects', { count: openProjects.totalCount }),
          missions: t('customer.kpi.missions', { count: openMissions.totalCount }),
        })}
      />
      <Kpi
        label={t('customer.kpi.lastContact')}
        value={last ? relative(last.occurredAt) : '—'}
        href={to('activity')}
        note={
          last ? [t(`activity:kind.${last.kind}`), last.author?.name].filter(Boolean).join(', ') : t('customer.kpi.noContact')
        }
      />
    </KpiStrip>
  );
}
