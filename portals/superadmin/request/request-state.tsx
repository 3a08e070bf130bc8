import { useTranslation } from 'react-i18next';
import type { DataSubjectRequestStatus, DataSubjectRight } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<DataSubjectRequestStatus, Tone> = {
  RECEIVED: 'yellow',
  IDENTIFIED: 'blue',
  COMPLETED: 'green',
  REFUSED: 'gray',
  WITHDRAWN: 'gray',
};
export const requestStatuses = Object.keys(tones) as DataSubjectRequestStatus[];
export const rights = [
  'ACCESS',
  'RECTIFICATION',
  'ERASURE',
  'RESTRICTION',
  'OBJECTION',
  'PORTABILITY',
  'POST_MORTEM',
] as const satisfies readonly DataSubjectRight[];

export const isOpen = (status: DataSubjectRequestStatus) => status === 'RECEIVED' || status === 'IDENTIFIED';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

type RequestStateProps = { status: DataSubjectRequestStatus; dueOn: string; quiet?: boolean };

/** How far it is; an open one whose last day is over says so instead. */
export function RequestState({ status, dueOn, quiet }: RequestStateProps) {
  const { t } = useTranslation();
  const isLate = isOpen(status) && dueOn < today();
  return (
    <Status quiet={quiet} tone={isLate ? 'red' : tones[status]}>
      {isLate ? t('requests.late') : t(`requests.statuses.${status}`)}
    </Status>
  );
}
