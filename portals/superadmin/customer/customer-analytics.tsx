import { useQuery } from '@apollo/client/react';
import { IconChartBarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Bars } from '../../shared/ui/bars';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { moneyRound, month, monthLong } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './customer-analytics.module.css';
import { CustomerHabits } from './customer-habits';
import { CustomerHealth } from './customer-health';
import { CustomerLifetime } from './customer-lifetime';
import { CustomerRfm } from './customer-rfm';
import { CustomerWarnings } from './customer-warnings';

const CustomerAnalyticsTab = graphql(`
  query CustomerAnalyticsTab($id: ID!) {
    customer(id: $id) {
      id
      viewerCan { addActivity }
      revenueSeries(months: 24) { month revenueCents currency }
      analytics {
        rfmAbsence lifetimeAbsence
        warnings { ...CustomerWarnings_warning }
        health { ...CustomerHealth_health }
        healthHistory { day score }
        habits { ...CustomerHabits_habits }
        rfm { ...CustomerRfm_rfm }
        lifetime { ...CustomerLifetime_forecast }
      }
    }
  }
`);

const year = 12;

/** What their purchases say: month by month, and beside all other customers. */
export function CustomerAnalytics({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(CustomerAnalyticsTab, { variables: { id } });
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={5} columns={2} />;
  const { revenueSeries, analytics, viewerCan } = data.customer ?? {};
  const all = revenueSeries ?? [];
  const latest = all.slice(-year);
  const before = all.slice(-2 * year, -year);
  const currency = latest[0]?.currency;
  const sum = (months: typeof all) => months.reduce((total, { revenueCents }) => total + revenueCents, 0);
  const bought = all.some(({ revenueCents }) => revenueCents !== 0);
  const format = (cents: number) => moneyRound(cents, currency);
  return (
    <div className={css.stack}>
      {analytics && <CustomerWarnings warnings={analytics.warnings} mayWrite={viewerCan?.addActivity ?? false} />}
      {analytics && <CustomerHealth health={analytics.health} history={analytics.healthHistory} />}
      <Section
        title={t('customer.analytics.revenue')}
        action={
          bought && (
            <span className={css.legend}>
              <span>
                <i style={{ background: 'var(--p-bar)' }} />
                {t('customer.analytics.latest')}
              </span>
              <span>
                <i style={{ background: 'var(--p-bar-soft)' }} />
                {t('customer.analytics.before')}
              </span>
            </span>
          )
        }
      >
        {bought && latest.length > 0 ? (
          <>
            <Bars
              label={t('customer.analytics.sentence', {
                until: monthLong(latest.at(-1)?.month ?? ''),
                latest: format(sum(latest)),
                before: format(sum(before)),
              })}
              by="month"
              data={latest.map((one, i) => ({
                month: month(one.month),
                latest: one.revenueCents,
                before: before[i]?.revenueCents ?? 0,
              }))}
              series={[
                { name: 'before', label: t('customer.analytics.before'), soft: true },
                { name: 'latest', label: t('customer.analytics.latest') },
              ]}
              format={format}
            />
            <p className={css.method}>{t('customer.analytics.counted')}</p>
          </>
        ) : (
          <Empty icon={IconChartBarOff} title={t('customer.analytics.noRevenue')}>
            {t('customer.analytics.noRevenueText')}
          </Empty>
        )}
      </Section>
      {analytics?.habits && <CustomerHabits habits={analytics.habits} />}
      {analytics && <CustomerLifetime forecast={analytics.lifetime} absence={analytics.lifetimeAbsence} />}
      {analytics?.rfm && <CustomerRfm rfm={analytics.rfm} />}
      {analytics?.rfmAbsence && (
        <Section title={t('customer.analytics.rfm')}>
          <Empty icon={IconChartBarOff} title={t('customer.analytics.notEnough')}>
            {t(`customer.analytics.absence.${analytics.rfmAbsence}`)}
          </Empty>
        </Section>
      )}
    </div>
  );
}
