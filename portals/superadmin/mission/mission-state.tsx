import { useTranslation } from 'react-i18next';
import type { MissionStatus } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<MissionStatus, Tone> = {
  DRAFT: 'gray',
  OPEN: 'orange',
  ASSIGNED: 'violet',
  IN_PROGRESS: 'teal',
  DELIVERED: 'blue',
  APPROVED: 'green',
  CANCELLED: 'gray',
};
export const missionStatuses = Object.keys(tones) as MissionStatus[];

export function MissionState({ status, quiet }: { status: MissionStatus; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <Status quiet={quiet} tone={tones[status]}>
      {t(`missions.states.${status}`)}
    </Status>
  );
}
