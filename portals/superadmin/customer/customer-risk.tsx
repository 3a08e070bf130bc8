import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { RiskGrade } from '../../shared/graphql/generated/graphql';
import { date, number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status, type Tone } from '../../shared/ui/status';
import { NoScore, Score, ScoreFactors, ScoreFoot } from './score';

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
          <Score value={number(score)} outOf={t('customer.risk.outOf')} />
          <ScoreFactors
            factors={reasons.map(({ factor, points, mostPoints, text }) => ({
              key: factor,
              text,
              points: t('customer.risk.points', { points: number(points), most: number(mostPoints) }),
              part: points / mostPoints,
              tone: points > mostPoints / 2 ? 'much' : 'some',
            }))}
          />
        </>
      ) : (
        <NoScore>{t('customer.risk.notEnough')}</NoScore>
      )}
      <ScoreFoot>
        <p>{t('customer.risk.method', { count: sample, date: date(asOf) })}</p>
      </ScoreFoot>
    </Section>
  );
}
