import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, moneyRound, number, percent } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { customersHref, segmentNames } from '../customer/figures-filter';
import css from './portfolio.module.css';
import type { Movement } from './portfolio-movements';

const PortfolioSegments_portfolio = graphql(`
  fragment PortfolioSegments_portfolio on Portfolio {
    asOf currency monetaryCents segments { segment customers monetaryCents }
  }
`);

type Props = {
  portfolio: FragmentType<typeof PortfolioSegments_portfolio>;
  movements: readonly Movement[];
  since: string;
};

/** Who is in each segment, and who was. */
export function PortfolioSegments({ portfolio, movements, since }: Props) {
  const { t } = useTranslation();
  const { asOf, currency, monetaryCents, segments } = readFragment(PortfolioSegments_portfolio, portfolio);
  const rows = segmentNames.flatMap((segment) => {
    const now = segments.find((one) => one.segment === segment);
    const then = movements.reduce((sum, one) => sum + (one.from === segment ? one.customers : 0), 0);
    return now || then ? [{ segment, customers: 0, monetaryCents: 0, ...now, then }] : [];
  });
  return (
    <Section title={t('portfolio.segments.title')}>
      {rows.length === 0 ? (
        <p className={css.said}>{t('portfolio.tooFew')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.table}>
            <caption className="vh">{t('portfolio.segments.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('portfolio.segments.segment')}</th>
                <th scope="col">{t('portfolio.customers')}</th>
                <th scope="col">{t('portfolio.segments.then', { day: date(since) })}</th>
                <th scope="col">{t('portfolio.segments.change')}</th>
                <th scope="col">{t('portfolio.spent')}</th>
                <th scope="col">{t('portfolio.share')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ segment, customers, monetaryCents: cents, then }) => {
                const name = t(`customer.segment.${segment}.name`);
                const change = customers - then;
                return (
                  <tr key={segment}>
                    <th scope="row">{name}</th>
                    <td>
                      <Link
                        className={css.open}
                        to={customersHref({ asOf, segment })}
                        aria-label={t('portfolio.opens', { what: name, count: customers })}
                      >
                        {number(customers)}
                      </Link>
                    </td>
                    <td>
                      <Link
                        className={css.open}
                        to={customersHref({ asOf, before: { asOf: since, segment } })}
                        aria-label={t('portfolio.opens', {
                          what: t('customers.figures.was', { segment: name, day: date(since) }),
                          count: then,
                        })}
                      >
                        {number(then)}
                      </Link>
                    </td>
                    <td>{change > 0 ? `+${number(change)}` : number(change).replace('-', '−')}</td>
                    <td>{moneyRound(cents, currency)}</td>
                    <td>{monetaryCents > 0 ? percent(cents / monetaryCents) : '—'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
