import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, moneyCompact, number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { customersHref } from '../customer/figures-filter';
import css from './portfolio.module.css';

const PortfolioGrid_portfolio = graphql(`
  fragment PortfolioGrid_portfolio on Portfolio { asOf currency customers cells { r f customers monetaryCents } }
`);

const scores = [1, 2, 3, 4, 5];

/** Recency down, frequency across: how many customers, and what they spent. */
export function PortfolioGrid(props: { portfolio: FragmentType<typeof PortfolioGrid_portfolio> }) {
  const { t } = useTranslation();
  const { asOf, currency, customers, cells } = readFragment(PortfolioGrid_portfolio, props.portfolio);
  const most = Math.max(1, ...cells.map((cell) => cell.customers));
  return (
    <Section title={t('portfolio.grid.title')}>
      {cells.length === 0 ? (
        <p className={css.said}>{t('portfolio.tooFew')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.grid}>
            <caption className="vh">{t('portfolio.grid.title')}</caption>
            <thead>
              <tr>
                <td />
                {scores.map((f) => (
                  <th key={f} scope="col">
                    F{f}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scores.toReversed().map((r) => (
                <tr key={r}>
                  <th scope="row">R{r}</th>
                  {scores.map((f) => {
                    const cell = cells.find((one) => one.r === r && one.f === f);
                    if (!cell) return <td key={f} className={css.nobody} aria-label={t('portfolio.nobody')} />;
                    return (
                      <td key={f} style={{ '--part': `${Math.round(8 + (34 * cell.customers) / most)}%` } as CSSProperties}>
                        <Link to={customersHref({ asOf, r, f })}>
                          <span className="vh">{t('portfolio.grid.cell', { r, f })}</span>
                          <b>{number(cell.customers)}</b>
                          <span>{moneyCompact(cell.monetaryCents, currency)}</span>
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
      <p className={css.method}>{t('portfolio.grid.method', { customers: number(customers), asOf: date(asOf) })}</p>
    </Section>
  );
}
