import { IconChartBarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { LifetimeAbsence } from '../../shared/graphql/generated/graphql';
import { Empty } from '../../shared/ui/empty';
import { date, moneyRound, number, percent } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import css from './customer-analytics.module.css';
import { CustomerModels } from './customer-models';

const CustomerLifetime_forecast = graphql(`
  fragment CustomerLifetime_forecast on LifetimeForecast {
    method currency repeatPurchases daysSinceFirst daysSinceLast aliveChance months expectedPurchases purchaseCents valueCents asOf
    fit { ...CustomerModels_fit }
  }
`);

/** What is to be expected of them, and how well such forecasts did. */
export function CustomerLifetime(props: {
  forecast: FragmentType<typeof CustomerLifetime_forecast> | null | undefined;
  absence: LifetimeAbsence | null | undefined;
}) {
  const { t } = useTranslation();
  const forecast = readFragment(CustomerLifetime_forecast, props.forecast);
  const title = t('customer.lifetime.title');
  if (!forecast)
    return (
      <Section title={title}>
        <Empty icon={IconChartBarOff} title={t('customer.analytics.notEnough')}>
          {props.absence && t(`customer.lifetime.absence.${props.absence}`)}
        </Empty>
      </Section>
    );
  const { months, currency, purchaseCents, valueCents } = forecast;
  const amount = (cents: number | null | undefined) =>
    cents == null ? t('customer.analytics.notEnough') : moneyRound(cents, currency);
  return (
    <Section title={title}>
      <Facts
        columns={2}
        items={[
          [t('customer.lifetime.alive'), percent(forecast.aliveChance)],
          [t('customer.lifetime.purchases', { count: months }), number(forecast.expectedPurchases, 1)],
          [t('customer.lifetime.purchase'), amount(purchaseCents)],
          [t('customer.lifetime.value', { count: months }), amount(valueCents)],
        ]}
      />
      <p className={`${css.method} ${css.apart}`}>
        {t('customer.lifetime.known', {
          purchases: t('customer.lifetime.knownPurchases', { count: forecast.repeatPurchases + 1 }),
          first: t('customer.lifetime.days', { count: forecast.daysSinceFirst }),
          last: t('customer.lifetime.days', { count: forecast.daysSinceLast }),
        })}{' '}
        {t('customer.lifetime.method', { method: forecast.method, asOf: date(forecast.asOf) })}
      </p>
      <CustomerModels fit={forecast.fit} />
    </Section>
  );
}
