import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconPackageExport,
  IconPlayerPlay,
  IconSpeakerphone,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { MissionStatus } from '../../shared/graphql/generated/graphql';
import { Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';
import css from './mission.module.css';

const MissionHistory_mission = graphql(`
  fragment MissionHistory_mission on Mission {
    id
    steps { id from to note at author { id name } }
  }
`);

const icons: Record<MissionStatus, typeof IconBan> = {
  DRAFT: IconSpeakerphone,
  OPEN: IconSpeakerphone,
  ASSIGNED: IconUserCheck,
  IN_PROGRESS: IconPlayerPlay,
  DELIVERED: IconPackageExport,
  APPROVED: IconCircleCheck,
  CANCELLED: IconBan,
};

/** Every change of status with what was said, the latest first. */
export function MissionHistory(props: { mission: FragmentType<typeof MissionHistory_mission> }) {
  const { t } = useTranslation();
  const { steps } = readFragment(MissionHistory_mission, props.mission);
  if (!steps.length) return null;
  const items = steps.toReversed().map(({ id, from, to, note, at, author }) => {
    const back = from === 'DELIVERED' && to === 'IN_PROGRESS';
    return {
      id,
      at,
      icon: back ? IconArrowBackUp : icons[to],
      tone: back ? 'yellow' : undefined,
      title: back ? t('history.back') : t(`history.to.${to}`),
      detail: note && <p className={css.said}>{note}</p>,
      who: author?.name,
    };
  });
  return (
    <Section title={t('history.title')} count={steps.length}>
      <Timeline items={items} />
    </Section>
  );
}
