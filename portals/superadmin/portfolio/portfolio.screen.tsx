import { useQuery } from '@apollo/client/react';
import { SegmentedControl, TextInput } from '@mantine/core';
import { IconChartPie } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { date, dateTime, moneyKpi, number, percent } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Page, PageHeader } from '../../shared/ui/page';
import { dayAfter, parisDay } from '../../shared/ui/paris';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { customersHref } from '../customer/figures-filter';
import { FiguresRefresh } from './figures-refresh';
import css from './portfolio.module.css';
import { PortfolioCohorts } from './portfolio-cohorts';
import { PortfolioConcentration } from './portfolio-concentration';
import { PortfolioForecasts } from './portfolio-forecasts';
import { PortfolioGrid } from './portfolio-grid';
import { PortfolioMovements } from './portfolio-movements';
import { PortfolioSegments } from './portfolio-segments';

const AdminPortfolio = graphql(`
  query AdminPortfolio($asOf: Date, $since: Date!) {
    portfolio(asOf: $asOf) {
      asOf drawnAt currency customers monetaryCents
      tenths { tenth share }
      health { grade customers }
      movements(since: $since) { from to customers }
      forecasts { currency customers expectedPurchases ...PortfolioForecasts_forecast }
      ...PortfolioGrid_portfolio
      ...PortfolioSegments_portfolio
      ...PortfolioConcentration_portfolio
      ...PortfolioCohorts_portfolio
    }
  }
`);

const spans = ['30', '90', '365'] as const;
const bounds = { GOOD: { healthFrom: 70 }, FAIR: { healthFrom: 40, healthBelow: 70 }, POOR: { healthFrom: 0, healthBelow: 40 } };

/** All customers by what they bought; every number opens the list of those it counts. */
export function PortfolioScreen() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const today = parisDay();
  const asked = get('asOf');
  const asOf = asked && !Number.isNaN(Date.parse(asked)) ? asked : null;
  const span = spans.find((one) => one === get('span')) ?? '90';
  const since = dayAfter(asOf ?? today, -Number(span));
  const { data, error, refetch } = useQuery(AdminPortfolio, { variables: { asOf, since }, fetchPolicy: 'cache-and-network' });
  const portfolio = data?.portfolio;

  return (
    <Page>
      <Crumbs items={[[t('nav.customers'), '/customers'], [t('portfolio.title')]]} />
      <PageHeader
        title={t('portfolio.title')}
        lead={
          portfolio &&
          (portfolio.drawnAt
            ? t('portfolio.lead', { asOf: date(portfolio.asOf), drawn: dateTime(portfolio.drawnAt) })
            : t('portfolio.leadNow', { asOf: date(portfolio.asOf) }))
        }
        actions={<FiguresRefresh done={() => void refetch()} />}
      />
      <div className={css.asked}>
        <SegmentedControl
          aria-label={t('portfolio.since')}
          data={spans.map((value) => ({ value, label: t(`portfolio.spans.${value}`) }))}
          value={span}
          onChange={(value) => set({ span: value === '90' ? null : value })}
        />
        <TextInput
          type="date"
          aria-label={t('portfolio.asOf')}
          max={today}
          value={asOf ?? portfolio?.asOf ?? today}
          onChange={(event) => set({ asOf: event.currentTarget.value })}
        />
      </div>
      {error && !data ? (
        <Failure problem={problemOf(error)} retry={() => void refetch()} />
      ) : !data ? (
        <RowsSkeleton rows={6} columns={3} />
      ) : !portfolio || portfolio.customers === 0 ? (
        <Empty icon={IconChartPie} title={t('portfolio.none')}>
          {t('portfolio.noneText')}
        </Empty>
      ) : (
        <div className={css.stack}>
          <KpiStrip columns={4}>
            <Kpi
              label={t('portfolio.buyers')}
              value={number(portfolio.customers)}
              href={customersHref({ asOf: portfolio.asOf })}
              note={t('portfolio.buyersNote')}
            />
            <Kpi
              label={t('portfolio.spent')}
              value={moneyKpi(portfolio.monetaryCents, portfolio.currency)}
              href={customersHref({ asOf: portfolio.asOf })}
              note={t('portfolio.spentNote')}
            />
            <Kpi
              label={t('portfolio.topTenth')}
              value={portfolio.tenths[0]?.share == null ? '—' : percent(portfolio.tenths[0].share)}
              href={customersHref({ asOf: portfolio.asOf, tenth: 1 })}
              note={t('portfolio.topTenthNote')}
            />
            <Kpi
              label={t('portfolio.expected')}
              value={portfolio.forecasts[0]?.customers ? number(portfolio.forecasts[0].expectedPurchases) : '—'}
              href={
                portfolio.forecasts[0]?.customers ? customersHref({ forecastIn: portfolio.forecasts[0].currency }) : undefined
              }
              note={t(portfolio.forecasts[0]?.customers ? 'portfolio.expectedNote' : 'customer.analytics.notEnough')}
            />
          </KpiStrip>
          <PortfolioGrid portfolio={portfolio} />
          <PortfolioSegments portfolio={portfolio} movements={portfolio.movements} since={since} />
          <PortfolioMovements asOf={portfolio.asOf} movements={portfolio.movements} since={since} />
          <PortfolioConcentration portfolio={portfolio} />
          <PortfolioCohorts portfolio={portfolio} />
          <PortfolioForecasts forecasts={portfolio.forecasts} />
          <KpiStrip columns={3}>
            {portfolio.health.map(({ grade, customers }) => (
              <Kpi
                key={grade}
                label={`${t('customer.health.title')} : ${t(`customer.health.grade.${grade}`)}`}
                value={number(customers)}
                href={customersHref(bounds[grade])}
              />
            ))}
          </KpiStrip>
        </div>
      )}
    </Page>
  );
}
