import { useQuery, useSubscription } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql, readFragment } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './export.module.css';
import { ExportDownload, ExportState, isUnderWay } from './export-state';
import { useCancelExport } from './use-cancel-export';

const ExportFollowed_exportRun = graphql(`
  fragment ExportFollowed_exportRun on ExportRun { id status fileName viewerCan { cancel } ...ExportState_exportRun }
`);
const FollowedExport = graphql(`
  query FollowedExport($id: ID!) { exportRun(id: $id) { id ...ExportFollowed_exportRun } }
`);
const FollowedExportChanged = graphql(`
  subscription FollowedExportChanged { exportRunChanged { id ...ExportFollowed_exportRun } }
`);

/** Where the socket is cut off, asking again still tells. */
const everyMs = 2_000;

/** An export that was just asked for, until its file is there. */
export function ExportFollowed({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch, stopPolling } = useQuery(FollowedExport, { variables: { id }, pollInterval: everyMs });
  useSubscription(FollowedExportChanged);
  const cancel = useCancelExport();
  const run = data?.exportRun && readFragment(ExportFollowed_exportRun, data.exportRun);
  const over = run && !isUnderWay(run.status);
  useEffect(() => {
    if (over) stopPolling();
  }, [over, stopPolling]);
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!run) return <RowsSkeleton rows={1} columns={1} />;
  return (
    <>
      <div className={css.run} role="status">
        <p className={css.file}>{run.fileName}</p>
        <ExportState run={run} />
      </div>
      {!over && <p className={css.note}>{t('exports.meanwhile')}</p>}
      <Group justify="flex-end" mt="md">
        <Button component={Link} to="/exports" variant="subtle" color="gray" onClick={close}>
          {t('exports.all')}
        </Button>
        {run.viewerCan.cancel && (
          <Button variant="default" onClick={() => void cancel(id)}>
            {t('exports.cancel')}
          </Button>
        )}
        <ExportDownload primary run={run} />
      </Group>
    </>
  );
}
