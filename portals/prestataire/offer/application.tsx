import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<ApplicationStatus, Tone> = { PENDING: 'blue', ACCEPTED: 'green', DECLINED: 'gray' };

/** What became of one's own application. */
export function Application({ status, quiet }: { status: ApplicationStatus; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <Status tone={tones[status]} quiet={quiet}>
      {t(`apply.state.${status}`)}
    </Status>
  );
}
