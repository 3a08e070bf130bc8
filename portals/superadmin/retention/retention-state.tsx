import { useTranslation } from 'react-i18next';
import { Status } from '../../shared/ui/status';

type RunStateProps = { status: 'QUEUED' | 'RUNNING' | 'DONE'; failed: number };

/** How far a run got; one that is done and tried something in vain says so. */
export function RunState({ status, failed }: RunStateProps) {
  const { t } = useTranslation();
  if (status !== 'DONE')
    return <Status tone={status === 'RUNNING' ? 'blue' : 'gray'}>{t(`retention.statuses.${status}`)}</Status>;
  return failed > 0 ? (
    <Status tone="orange">{t('retention.withFailures')}</Status>
  ) : (
    <Status tone="green">{t('retention.statuses.DONE')}</Status>
  );
}
