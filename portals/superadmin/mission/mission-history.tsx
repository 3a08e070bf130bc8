import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';

const AdminMissionHistory_mission = graphql(`
  fragment AdminMissionHistory_mission on Mission { id steps { id from to note at author { id name } } }
`);

/** Every change of status with what was said, the latest first. */
export function MissionHistory(props: { mission: FragmentType<typeof AdminMissionHistory_mission> }) {
  const { t } = useTranslation();
  const { steps } = readFragment(AdminMissionHistory_mission, props.mission);
  if (!steps.length) return null;
  return (
    <Section title={t('missions.history')} count={steps.length}>
      <Timeline
        items={steps.toReversed().map(({ id, from, to, note, at, author }) => {
          const back = from === 'DELIVERED' && to === 'IN_PROGRESS';
          return {
            id,
            at,
            icon: back ? IconArrowBackUp : IconArrowRight,
            tone: back ? 'yellow' : undefined,
            title: back ? t('missions.sentBack') : t(`missions.states.${to}`),
            detail: note ?? undefined,
            who: author?.name,
          };
        })}
      />
    </Section>
  );
}
