import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ExportStatus } from '../../shared/graphql/generated/graphql';
import { number } from '../../shared/ui/format';
import { Status, type Tone } from '../../shared/ui/status';
import css from './export.module.css';

const ExportState_exportRun = graphql(`
  fragment ExportState_exportRun on ExportRun { id kind status totalRows doneRows attempts error fileName downloadUrl }
`);
type Props = { run: FragmentType<typeof ExportState_exportRun> };

const tones: Record<ExportStatus, Tone> = {
  QUEUED: 'gray',
  RUNNING: 'blue',
  DONE: 'green',
  FAILED: 'red',
  CANCELLED: 'gray',
  EXPIRED: 'gray',
};

export const isUnderWay = (status: ExportStatus): boolean => status === 'QUEUED' || status === 'RUNNING';

/** How far it got; of a list, how many rows are written. */
export function ExportState(props: Props) {
  const { t } = useTranslation();
  const { kind, status, totalRows, doneRows, attempts, error } = readFragment(ExportState_exportRun, props.run);
  const counted = kind === 'CUSTOMERS' && status === 'RUNNING' && totalRows ? totalRows : 0;
  return (
    <div className={css.state}>
      <Status quiet tone={tones[status]}>
        {[t(`exports.states.${status}`), counted > 0 && `${number(doneRows)} / ${number(counted)}`].filter(Boolean).join(', ')}
      </Status>
      {counted > 0 && <Progress value={(doneRows / counted) * 100} aria-label={t('exports.progress')} size="xs" animated />}
      {attempts > 1 && isUnderWay(status) && <p className={css.note}>{t('exports.again')}</p>}
      {error && <p className={css.note}>{error}</p>}
    </div>
  );
}

/** The way to the file, where there is one that is the viewer's to fetch. */
export function ExportDownload({ primary, ...props }: Props & { primary?: boolean }) {
  const { t } = useTranslation();
  const { downloadUrl, fileName } = readFragment(ExportState_exportRun, props.run);
  if (!downloadUrl) return null;
  return (
    <Button
      component="a"
      href={downloadUrl}
      download
      size={primary ? 'sm' : 'xs'}
      variant={primary ? 'filled' : 'default'}
      leftSection={<IconDownload size={15} stroke={1.8} />}
      aria-label={t('exports.downloadFile', { file: fileName })}
    >
      {t('exports.download')}
    </Button>
  );
}
