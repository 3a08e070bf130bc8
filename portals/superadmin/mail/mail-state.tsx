import { useTranslation } from 'react-i18next';
import type { MailStatus } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<MailStatus, Tone> = { QUEUED: 'blue', SENT: 'green', KEPT: 'gray', FAILED: 'red', STOPPED: 'orange' };
export const mailStatuses = Object.keys(tones) as MailStatus[];

export function MailState({ status, quiet }: { status: MailStatus; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <Status quiet={quiet} tone={tones[status]}>
      {t(`mails.states.${status}`)}
    </Status>
  );
}
