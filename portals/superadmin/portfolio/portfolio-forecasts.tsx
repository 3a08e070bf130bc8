import { IconChartBarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Empty } from '../../shared/ui/empty';
import { date, moneyRound, number, percent } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { CustomerModels } from '../customer/customer-models';
import { customersHref } from '../customer/figures-filter';
import css from './portfolio.module.css';

const PortfolioForecasts_forecast = graphql(`
  fragment PortfolioForecasts_forecast on PortfolioForecast {
    currency customers expectedPurchases valueCents
    chances { from below customers expectedPurchases valueCents }
    fit { asOf purchases { absence } holdOut { customers } ...CustomerModels_fit }
  }
`);

/** What is to be expected over 12 months, by how likely they still buy, with the models and how well they did. */
export function PortfolioForecasts(props: { forecasts: readonly FragmentType<typeof PortfolioForecasts_forecast>[] }) {
  const { t } = useTranslation();
  const forecasts = props.forecasts.map((one) => readFragment(PortfolioForecasts_forecast, one));
  if (forecasts.length === 0)
    return (
      <Section title={t('portfolio.forecast.title')}>
        <Empty icon={IconChartBarOff} title={t('customer.analytics.notEnough')}>
          {t('customer.lifetime.absence.NO_FIT')}
        </Empty>
      </Section>
    );
  return forecasts.map(({ currency, customers, expectedPurchases, valueCents, chances, fit }) => (
    <Section
      key={currency}
      title={forecasts.length > 1 ? t('portfolio.forecast.titleIn', { currency }) : t('portfolio.forecast.title')}
    >
      {customers === 0 ? (
        <Empty icon={IconChartBarOff} title={t('customer.analytics.notEnough')}>
          {t(`customer.lifetime.absence.${fit.purchases.absence ?? 'NO_FIT'}`)}
        </Empty>
      ) : (
        <>
          <p className={css.said}>
            {t('portfolio.forecast.sentence', { purchases: number(expectedPurchases), asOf: date(fit.asOf) })}{' '}
            {valueCents == null
              ? t('portfolio.forecast.noValue')
              : t('portfolio.forecast.value', { value: moneyRound(valueCents, currency) })}{' '}
            <Link to={customersHref({ forecastIn: currency })}>{t('portfolio.forecast.all', { count: customers })}</Link>
          </p>
          <div className={css.scroll}>
            <table className={css.table}>
              <caption className="vh">{t('portfolio.forecast.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('customer.lifetime.alive')}</th>
                  <th scope="col">{t('portfolio.customers')}</th>
                  <th scope="col">{t('portfolio.forecast.purchases')}</th>
                  <th scope="col">{t('portfolio.forecast.worth')}</th>
                </tr>
              </thead>
              <tbody>
                {chances.map((one) => {
                  const name =
                    one.below == null
                      ? `≥ ${percent(one.from)}`
                      : one.from > 0
                        ? `${percent(one.from)}–${percent(one.below)}`
                        : `< ${percent(one.below)}`;
                  return (
                    <tr key={one.from}>
                      <th scope="row">{name}</th>
                      <td>
                        <Link
                          className={css.open}
                          to={customersHref({ forecastIn: currency, aliveFrom: one.from, aliveBelow: one.below })}
                          aria-label={t('portfolio.opens', {
                            what: t('customers.figures.alive', { bounds: name }),
                            count: one.customers,
                          })}
                        >
                          {number(one.customers)}
                        </Link>
                      </td>
                      <td>{number(one.expectedPurchases, 1)}</td>
                      <td>{one.valueCents == null ? '—' : moneyRound(one.valueCents, currency)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          {!fit.holdOut && <p className={css.method}>{t('customer.lifetime.noCheck')}</p>}
        </>
      )}
      <CustomerModels fit={fit} />
    </Section>
  ));
}
