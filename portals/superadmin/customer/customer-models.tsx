import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, dateTime, moneyRound, number } from '../../shared/ui/format';
import css from './customer-models.module.css';

const CustomerModels_fit = graphql(`
  fragment CustomerModels_fit on LifetimeFit {
    currency asOf fittedAt correlation
    purchases { name customers repeaters logLikelihood absence parameters { name value standardError } }
    values { name customers repeaters logLikelihood absence parameters { name value standardError } }
    holdOut {
      knownUntil comparedUntil customers predicted actual meanError naiveError predictedCents actualCents
      groups { frequency customers predicted actual }
    }
  }
`);

/** The models behind a forecast: their parameters with what is unsure about them, and foretold against done. */
export function CustomerModels(props: { fit: FragmentType<typeof CustomerModels_fit> }) {
  const { t } = useTranslation();
  const { purchases, values, holdOut, currency, ...fit } = readFragment(CustomerModels_fit, props.fit);
  const last = holdOut?.groups.at(-1)?.frequency;
  return (
    <details className={css.more}>
      <summary>{t('customer.lifetime.model')}</summary>
      {[purchases, values].map(({ name, customers, repeaters, logLikelihood, absence, parameters }) => (
        <div key={name} className={css.part}>
          <h3>{name}</h3>
          <p>
            {t('customer.lifetime.sample', { customers: number(customers), repeaters: number(repeaters) })}
            {logLikelihood != null && ` ${t('customer.lifetime.likelihood', { value: number(logLikelihood, 2) })}`}
          </p>
          {absence && <p>{t(`customer.lifetime.absence.${absence}`)}</p>}
          {parameters.length > 0 && (
            <table>
              <caption className="vh">{t('customer.lifetime.parameters', { name })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('customer.lifetime.parameter')}</th>
                  <th scope="col">{t('customer.lifetime.estimate')}</th>
                  <th scope="col">{t('customer.lifetime.error')}</th>
                </tr>
              </thead>
              <tbody>
                {parameters.map((one) => (
                  <tr key={one.name}>
                    <th scope="row">{one.name}</th>
                    <td>{number(one.value, 4)}</td>
                    <td>± {number(one.standardError, 4)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
      <div className={css.part}>
        <h3>{t('customer.lifetime.check')}</h3>
        {holdOut ? (
          <>
            <p>
              {t('customer.lifetime.checkText', {
                known: date(holdOut.knownUntil),
                until: date(holdOut.comparedUntil),
                customers: number(holdOut.customers),
                predicted: number(holdOut.predicted),
                actual: number(holdOut.actual),
              })}{' '}
              {holdOut.predictedCents != null &&
                t('customer.lifetime.checkMoney', {
                  predicted: moneyRound(holdOut.predictedCents, currency),
                  actual: moneyRound(holdOut.actualCents, currency),
                })}{' '}
              {t('customer.lifetime.checkError', {
                error: number(holdOut.meanError, 2),
                naive: number(holdOut.naiveError, 2),
              })}
            </p>
            <table>
              <caption className="vh">{t('customer.lifetime.check')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('customer.lifetime.before')}</th>
                  <th scope="col">{t('customer.lifetime.customers')}</th>
                  <th scope="col">{t('customer.lifetime.predicted')}</th>
                  <th scope="col">{t('customer.lifetime.actual')}</th>
                </tr>
              </thead>
              <tbody>
                {holdOut.groups.map((group) => (
                  <tr key={group.frequency}>
                    <th scope="row">
                      {number(group.frequency)}
                      {group.frequency === last && group.frequency >= 7 && '+'}
                    </th>
                    <td>{number(group.customers)}</td>
                    <td>{number(group.predicted, 2)}</td>
                    <td>{number(group.actual, 2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ) : (
          <p>{t('customer.lifetime.noCheck')}</p>
        )}
      </div>
      <p className={css.foot}>
        {t('customer.lifetime.fitted', { asOf: date(fit.asOf), fitted: dateTime(fit.fittedAt), currency })}
        {fit.correlation != null && ` ${t('customer.lifetime.correlation', { value: number(fit.correlation, 2) })}`}
      </p>
    </details>
  );
}
