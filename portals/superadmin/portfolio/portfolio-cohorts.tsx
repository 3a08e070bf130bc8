import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { monthLong, number, percent } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { customersHref } from '../customer/figures-filter';
import css from './portfolio.module.css';

const PortfolioCohorts_portfolio = graphql(`
  fragment PortfolioCohorts_portfolio on Portfolio { asOf cohorts { month customers later { month customers } } }
`);

const months = Array.from({ length: 12 }, (_, i) => i + 1);

/** By the month they first ordered in: the part that ordered in each month after. */
export function PortfolioCohorts(props: { portfolio: FragmentType<typeof PortfolioCohorts_portfolio> }) {
  const { t } = useTranslation();
  const { asOf, cohorts } = readFragment(PortfolioCohorts_portfolio, props.portfolio);
  return (
    <Section title={t('portfolio.cohorts.title')}>
      {cohorts.length === 0 ? (
        <p className={css.said}>{t('portfolio.cohorts.none')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={`${css.grid} ${css.cohorts}`}>
            <caption className="vh">{t('portfolio.cohorts.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('portfolio.cohorts.first')}</th>
                <th scope="col">{t('portfolio.customers')}</th>
                {months.map((after) => (
                  <th key={after} scope="col">
                    +{after}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map(({ month, customers, later }) => (
                <tr key={month}>
                  <th scope="row">{monthLong(month)}</th>
                  <td className={css.size}>
                    <Link
                      to={customersHref({ asOf, cohort: month })}
                      aria-label={t('portfolio.opens', {
                        what: t('customers.figures.cohort', { month: monthLong(month) }),
                        count: customers,
                      })}
                    >
                      {number(customers)}
                    </Link>
                  </td>
                  {months.map((after) => {
                    const one = later[after - 1];
                    // A month that has not come yet says nothing.
                    if (!one) return <td key={after} />;
                    if (one.customers === 0) return <td key={after} className={css.nobody} aria-label={t('portfolio.nobody')} />;
                    const part = one.customers / customers;
                    return (
                      <td key={after} style={{ '--part': `${Math.round(8 + 34 * part)}%` } as CSSProperties}>
                        <Link
                          to={customersHref({ asOf, cohort: month, activeIn: one.month })}
                          title={t('portfolio.cohorts.cell', {
                            customers: one.customers,
                            of: customers,
                            month: monthLong(one.month),
                          })}
                        >
                          {percent(part)}
                        </Link>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={css.method}>{t('portfolio.cohorts.method')}</p>
    </Section>
  );
}
