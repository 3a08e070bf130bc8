import { Button } from '@mantine/core';
import { IconArrowBackUp, IconClockExclamation, IconPackageExport, IconPlayerPlay } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { relative } from '../../shared/ui/format';
import type { Todo } from '../../shared/ui/todo';
import { AdvanceButton } from '../mission/advance-button';
import { sentBack } from '../mission/mission-state';
import { dayOf, hours } from '../mission/when';

const ToDo_mission = graphql(`
  fragment ToDo_mission on Mission {
    id title status scheduledStart scheduledEnd
    steps { id from to note at }
    customer { id name }
    ...AdvanceButton_mission
  }
`);

/** What waits for this person today: to correct, to deliver, to start, the most pressing first. */
export function useToDo(missions: readonly FragmentType<typeof ToDo_mission>[]): Todo[] {
  const { t } = useTranslation();
  const now = new Date().toISOString();
  const today = dayOf(now);
  const found = missions
    .map((one) => readFragment(ToDo_mission, one))
    .flatMap((mission): (Omit<Todo, 'action'> & { rank: number; mission: typeof mission })[] => {
      const { id, title, status, scheduledStart: start, scheduledEnd: end, steps, customer } = mission;
      const at = customer?.name;
      const back = sentBack(steps);
      if (back)
        return [
          {
            rank: 0,
            key: id,
            mission,
            tone: 'yellow',
            icon: IconArrowBackUp,
            title: t('todo.correct', { title }),
            text: back.note ?? t('mission.sentBackText'),
          },
        ];
      if (status === 'IN_PROGRESS' && end && dayOf(end) <= today) {
        const late = end < now;
        const text = [at, t(late ? 'todo.ended' : 'todo.ends', { when: relative(end) })].filter(Boolean).join(', ');
        const [rank, tone, icon] = late
          ? ([1, 'red', IconClockExclamation] as const)
          : ([3, 'accent', IconPackageExport] as const);
        return [{ rank, key: id, mission, tone, icon, title: t('todo.deliver', { title }), text }];
      }
      if (status === 'ASSIGNED' && start && dayOf(start) <= today) {
        const late = dayOf(start) < today;
        const text = [at, late ? t('todo.begins', { when: relative(start) }) : hours(mission)].filter(Boolean).join(', ');
        const [rank, tone] = late ? ([2, 'red'] as const) : ([4, 'accent'] as const);
        return [{ rank, key: id, mission, tone, icon: IconPlayerPlay, title: t('todo.start', { title }), text }];
      }
      return [];
    });
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ rank, mission, ...todo }, i) => ({
      ...todo,
      action: <Act mission={mission} id={mission.id} correct={rank === 0} first={i === 0} />,
    }));
}

type ActProps = { mission: ComponentProps<typeof AdvanceButton>['mission']; id: string; correct: boolean; first: boolean };

/** One button: what is sent back is read first, the rest moves on from here. The page has one filled. */
function Act({ mission, id, correct, first }: ActProps) {
  const { t } = useTranslation();
  const variant = first ? 'filled' : 'default';
  if (!correct) return <AdvanceButton mission={mission} variant={variant} />;
  return (
    <Button component={Link} to={`/missions/${id}`} variant={variant}>
      {t('todo.see')}
    </Button>
  );
}
