import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { RiskGrade } from '../../shared/graphql/generated/graphql';
import { date, number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status, type Tone } from '../../shared/ui/status';
import css from './customer-risk.module.css';

const CustomerRisk_customer = graphql(`
  fragment CustomerRisk_customer on Customer {
    id
    paymentRisk { grade score sample asOf reasons { factor points mostPoints text } }
  }
`);

const tones: Record<RiskGrade, Tone> = { LOW: 'green', MODERATE: 'yellow', HIGH: 'orange', CRITICAL: 'red' };

/** How reliably they pay, and why we say so. */
export function CustomerRisk(props: { customer: FragmentType<typeof CustomerRisk_customer> }) {
  const { t } = useTranslation();
  const { paymentRisk: risk } = readFragment(CustomerRisk_customer, props.customer);
  if (!risk) return null;
  const { grade, score, sample, asOf, reasons } = risk;
  const graded = grade != null && score != null;
  return (
    <Section
      title={t('customer.risk.title')}
      action={graded && <Status tone={tones[grade]}>{t(`customer.risk.grade.${grade}`)}</Status>}
    >
      {graded ? (
        <>
          <p className={css.score}>
            <b>{number(score)}</b> {t('customer.risk.outOf')}
          </p>
          <ul className={css.reasons}>
            {reasons.map(({ factor, points, mostPoints, text }) => (
              <li key={factor}>
                <span className={css.text}>{text}</span>
                <span className={css.points}>
                  {t('customer.risk.points', { points: number(points), most: number(mostPoints) })}
                </span>
                <span className={css.bar} aria-hidden>
                  <i style={{ width: `${(points / mostPoints) * 100}%` }} data-much={points > mostPoints / 2 || undefined} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={css.nothing}>{t('customer.risk.notEnough')}</p>
      )}
      <p className={css.foot}>{t('customer.risk.method', { count: sample, date: date(asOf) })}</p>
    </Section>
  );
}
