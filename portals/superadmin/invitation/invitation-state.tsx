import { useTranslation } from 'react-i18next';
import type { InvitationStatus } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<InvitationStatus, Tone> = { PENDING: 'blue', ACCEPTED: 'green', EXPIRED: 'yellow', REVOKED: 'gray' };
export const invitationStatuses = Object.keys(tones) as InvitationStatus[];

export function InvitationState({ status }: { status: InvitationStatus }) {
  const { t } = useTranslation();
  return (
    <Status quiet tone={tones[status]}>
      {t(`invitations.states.${status}`)}
    </Status>
  );
}
