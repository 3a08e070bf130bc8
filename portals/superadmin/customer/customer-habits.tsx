import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Bars } from '../../shared/ui/bars';
import { date, delta, moneyRound, month, number, percent } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import css from './customer-analytics.module.css';

const CustomerHabits_habits = graphql(`
  fragment CustomerHabits_habits on CustomerHabits {
    currency purchases averageBasketCents daysBetween daysSinceLast daysToPay latestCents beforeCents trend asOf
    seasonality { month index }
  }
`);

const nameOf = (one: number) => month(`2024-${String(one).padStart(2, '0')}`);

/** How they buy and pay. */
export function CustomerHabits(props: { habits: FragmentType<typeof CustomerHabits_habits> }) {
  const { t } = useTranslation();
  const habits = readFragment(CustomerHabits_habits, props.habits);
  const { currency, seasonality, trend } = habits;
  const days = (count: number | null | undefined) =>
    count == null ? t('customer.analytics.notEnough') : t('customer.habits.days', { count: Math.round(count) });
  return (
    <Section title={t('customer.habits.title')}>
      <Facts
        columns={2}
        items={[
          [t('customer.habits.basket'), moneyRound(habits.averageBasketCents, currency)],
          [t('customer.habits.purchases'), number(habits.purchases)],
          [t('customer.habits.between'), days(habits.daysBetween)],
          [t('customer.habits.since'), days(habits.daysSinceLast)],
          [t('customer.habits.pay'), days(habits.daysToPay)],
          [
            t('customer.habits.trend'),
            trend == null
              ? t('customer.analytics.notEnough')
              : t('customer.habits.trendValue', { change: delta(trend), latest: moneyRound(habits.latestCents, currency) }),
          ],
        ]}
      />
      {seasonality && (
        <>
          <p className={css.said}>{t('customer.habits.season')}</p>
          <Bars
            label={t('customer.habits.seasonSentence', {
              months: seasonality.map((one) => `${nameOf(one.month)} ${percent(one.index)}`).join(', '),
            })}
            by="month"
            height={140}
            data={seasonality.map((one) => ({ month: nameOf(one.month), index: one.index }))}
            series={[{ name: 'index', label: t('customer.habits.seasonLabel') }]}
            format={(index) => percent(index)}
            axisFormat={(index) => percent(index)}
          />
        </>
      )}
      <p className={`${css.method} ${css.apart}`}>{t('customer.habits.method', { asOf: date(habits.asOf) })}</p>
    </Section>
  );
}
