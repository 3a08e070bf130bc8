import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { HealthGrade } from '../../shared/graphql/generated/graphql';
import { date, number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Spark } from '../../shared/ui/spark';
import { Status, type Tone } from '../../shared/ui/status';
import { NoScore, Score, ScoreFactors, ScoreFoot } from './score';

const HealthWeightsDialog = lazy(() => import('./health-weights-dialog'));

const CustomerHealth_health = graphql(`
  fragment CustomerHealth_health on CustomerHealth { score grade asOf factors { factor score weight text } }
`);

const tones: Record<HealthGrade, Tone> = { GOOD: 'green', FAIR: 'yellow', POOR: 'red' };

type Point = { day: string; score: number };

/** How they do, what it is made of, and how much each part counts. */
export function CustomerHealth(props: { health: FragmentType<typeof CustomerHealth_health>; history: readonly Point[] }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [weighing, dialog] = useDisclosure(false);
  const { score, grade, asOf, factors } = readFragment(CustomerHealth_health, props.health);
  return (
    <Section
      title={t('customer.health.title')}
      action={grade && <Status tone={tones[grade]}>{t(`customer.health.grade.${grade}`)}</Status>}
    >
      {score == null ? (
        <NoScore>{t('customer.analytics.notEnough')}</NoScore>
      ) : (
        <Score value={number(score)} outOf={t('customer.health.outOf')} over={<Course points={props.history} />} />
      )}
      <ScoreFactors
        factors={factors.map(({ factor, score: points, weight, text }) => ({
          key: factor,
          name: t(`customer.health.factor.${factor}`),
          text,
          points: [
            points == null ? t('customer.health.uncounted') : t('customer.health.points', { score: number(points) }),
            t('customer.health.weight', { weight: number(weight) }),
          ].join(', '),
          part: (points ?? 0) / 100,
        }))}
      />
      <ScoreFoot>
        <p>{t('customer.health.method', { asOf: date(asOf) })}</p>
        {permissions.includes('health.update') && (
          <Button size="xs" variant="default" leftSection={<IconAdjustments size={14} stroke={1.8} />} onClick={dialog.open}>
            {t('customer.health.weigh')}
          </Button>
        )}
      </ScoreFoot>
      {weighing && (
        <Suspense>
          <HealthWeightsDialog close={dialog.close} />
        </Suspense>
      )}
    </Section>
  );
}

/** Where the score came from, week by week. */
function Course({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  return (
    <Spark
      values={points.map(({ score }) => score)}
      width={120}
      height={28}
      label={t('customer.health.history', { first: number(first.score), since: date(first.day), last: number(last.score) })}
    />
  );
}
