import { useTranslation } from 'react-i18next';
import type { ImportStatus } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<ImportStatus, Tone> = { QUEUED: 'gray', RUNNING: 'blue', DONE: 'green', FAILED: 'red' };

export function ImportState({ status, quiet }: { status: ImportStatus; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <Status quiet={quiet} tone={tones[status]}>
      {t(`imports.states.${status}`)}
    </Status>
  );
}
