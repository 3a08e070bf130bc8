import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Bars } from '../../shared/ui/bars';
import { date, moneyRound, number, percent } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { customersHref } from '../customer/figures-filter';
import css from './portfolio.module.css';

const PortfolioConcentration_portfolio = graphql(`
  fragment PortfolioConcentration_portfolio on Portfolio {
    asOf currency customers gini tenths { tenth customers monetaryCents share shareSoFar }
  }
`);

/** How much of the revenue the largest customers make. */
export function PortfolioConcentration(props: { portfolio: FragmentType<typeof PortfolioConcentration_portfolio> }) {
  const { t } = useTranslation();
  const { asOf, currency, customers, gini, tenths } = readFragment(PortfolioConcentration_portfolio, props.portfolio);
  const first = tenths[0]?.shareSoFar;
  const sentence =
    first == null
      ? t('customer.analytics.notEnough')
      : t('portfolio.concentration.sentence', {
          first: percent(first),
          two: percent(tenths[1]?.shareSoFar ?? first),
          gini: gini == null ? '—' : number(gini, 2),
        });
  return (
    <Section title={t('portfolio.concentration.title')}>
      <p className={css.said}>{sentence}</p>
      {first != null && (
        <div className={css.apart}>
          <Bars
            label={sentence}
            by="tenth"
            height={180}
            data={tenths.map((one) => ({ tenth: String(one.tenth), share: one.share ?? 0, soFar: one.shareSoFar ?? 0 }))}
            series={[
              { name: 'soFar', label: t('portfolio.concentration.soFar'), soft: true },
              { name: 'share', label: t('portfolio.share') },
            ]}
            format={(share) => percent(share, 1)}
            axisFormat={(share) => percent(share)}
          />
        </div>
      )}
      <div className={css.scroll}>
        <table className={css.table}>
          <caption className="vh">{t('portfolio.concentration.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('portfolio.concentration.tenth')}</th>
              <th scope="col">{t('portfolio.customers')}</th>
              <th scope="col">{t('portfolio.spent')}</th>
              <th scope="col">{t('portfolio.share')}</th>
              <th scope="col">{t('portfolio.concentration.soFar')}</th>
            </tr>
          </thead>
          <tbody>
            {tenths.map((one) => (
              <tr key={one.tenth}>
                <th scope="row">{one.tenth}</th>
                <td>
                  <Link
                    className={css.open}
                    to={customersHref({ asOf, tenth: one.tenth })}
                    aria-label={t('portfolio.opens', {
                      what: t('customers.figures.tenth', { tenth: one.tenth }),
                      count: one.customers,
                    })}
                  >
                    {number(one.customers)}
                  </Link>
                </td>
                <td>{moneyRound(one.monetaryCents, currency)}</td>
                <td>{one.share == null ? '—' : percent(one.share, 1)}</td>
                <td>{one.shareSoFar == null ? '—' : percent(one.shareSoFar, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.method}>{t('portfolio.concentration.method', { customers: number(customers), asOf: date(asOf) })}</p>
    </Section>
  );
}
