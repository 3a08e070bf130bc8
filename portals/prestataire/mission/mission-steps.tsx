import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { MissionStatus } from '../../shared/graphql/generated/graphql';
import { dateShort, time } from '../../shared/ui/format';
import { type Step, Steps } from '../../shared/ui/steps';
import { path } from './mission-state';
import { dayOf } from './when';

const MissionSteps_mission = graphql(`
  fragment MissionSteps_mission on Mission {
    id status scheduledStart scheduledEnd approvedAt
    steps { id to at }
  }
`);

/** Assigned, under way, delivered, approved: when each was reached, and what the next one waits for. */
export function MissionSteps(props: { mission: FragmentType<typeof MissionSteps_mission> }) {
  const { t } = useTranslation();
  const { status, scheduledStart, scheduledEnd, steps } = readFragment(MissionSteps_mission, props.mission);
  const now = (path as readonly MissionStatus[]).indexOf(status);
  const reachedAt = (to: string) => steps.findLast((step) => step.to === to)?.at;
  const moment = (at: string) => (dayOf(at) === dayOf(Date.now()) ? time(at) : dateShort(at));

  const expected = (to: (typeof path)[number]): string | undefined => {
    if (to === 'IN_PROGRESS' && scheduledStart) return t('steps.from', { date: dateShort(scheduledStart) });
    if (to === 'DELIVERED' && scheduledEnd) return t('steps.by', { date: dateShort(scheduledEnd) });
    return to === 'APPROVED' && status === 'DELIVERED' ? t('steps.waiting') : undefined;
  };
  const noteOf = (to: (typeof path)[number], i: number): string | undefined => {
    const at = reachedAt(to);
    if (!at || i > now) return expected(to);
    return to === 'IN_PROGRESS' && status === to ? t('steps.since', { moment: moment(at) }) : moment(at);
  };
  const states = path.map((to, i): Step => {
    // The last one reached has nothing after it: it is done, not under way.
    const done = i < now || (i === now && to === 'APPROVED');
    return { label: t(`mission.state.${to}`), note: noteOf(to, i), state: done ? 'done' : i === now ? 'now' : 'next' };
  });
  return <Steps label={t('steps.title')} steps={states} />;
}
