import { useQuery, useSubscription } from '@apollo/client/react';
import { Button, Progress } from '@mantine/core';
import { IconDownload, IconFileAlert } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql, readFragment } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { bytes, dateTime, number, percent } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { TodoList } from '../../shared/ui/todo';
import css from './import.module.css';
import { ImportRefusals } from './import-refusals';
import { ImportState } from './import-state';

const AdminImportRun_importRun = graphql(`
  fragment AdminImportRun_importRun on ImportRun {
    id kind status fileName dryRun currency totalBytes doneBytes progress read created updated unchanged refusedTotal
    orders customers createdAt finishedAt error reportUrl
    createdBy { id name }
  }
`);
const AdminImport = graphql(`
  query AdminImport($id: ID!) { importRun(id: $id) { id ...AdminImportRun_importRun } }
`);
const AdminImportChanged = graphql(`
  subscription AdminImportChanged($id: ID!) { importRunChanged(id: $id) { id ...AdminImportRun_importRun } }
`);

/** Where the socket is cut off, asking again still tells. */
const everyMs = 3_000;

/** One import: how far it is while it runs, what came of it then. */
export function Import() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch, stopPolling } = useQuery(AdminImport, { variables: { id }, pollInterval: everyMs });
  useSubscription(AdminImportChanged, { variables: { id } });
  const run = data?.importRun && readFragment(AdminImportRun_importRun, data.importRun);
  const over = run?.status === 'DONE' || run?.status === 'FAILED';
  useEffect(() => {
    if (over) stopPolling();
  }, [over, stopPolling]);
  const share = run && run.read > 0 ? percent(run.refusedTotal / run.read) : undefined;
  return (
    <DetailScreen
      crumbs={[[t('nav.imports'), run ? `/imports?what=${run.kind}` : '/imports'], [run?.fileName ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.importRun === null}
      header={
        run
          ? {
              title: run.fileName,
              badges: <ImportState status={run.status} />,
              meta: (
                <>
                  <span>{t(`imports.kinds.${run.kind}`)}</span>
                  {run.dryRun && <span>{t('imports.tried')}</span>}
                  <span>{dateTime(run.createdAt)}</span>
                  {run.createdBy && <span>{run.createdBy.name}</span>}
                  {run.totalBytes && <span>{bytes(run.totalBytes)}</span>}
                </>
              ),
              actions: (
                <>
                  {run.reportUrl && (
                    <Button
                      component="a"
                      href={run.reportUrl}
                      download
                      variant="default"
                      leftSection={<IconDownload size={15} stroke={1.8} />}
                    >
                      {t('imports.report')}
                    </Button>
                  )}
                  {run.kind === 'CUSTOMERS' && run.dryRun && run.status === 'DONE' && (
                    <Button component={Link} to="/imports?what=CUSTOMERS">
                      {t('imports.forGood')}
                    </Button>
                  )}
                </>
              ),
            }
          : undefined
      }
      alerts={
        run?.status === 'FAILED' && (
          <TodoList
            label={t('imports.state')}
            items={[{ key: 'failed', tone: 'red', icon: IconFileAlert, title: t('imports.failed'), text: run.error ?? '' }]}
          />
        )
      }
      kpis={
        run && (
          <KpiStrip columns={5}>
            <Kpi
              label={t('imports.counts.read')}
              value={number(run.read)}
              note={t(`imports.found.${run.kind}`, {
                orders: number(run.orders),
                customers: number(run.customers),
                count: run.customers,
              })}
            />
            <Kpi label={t('imports.counts.created')} value={number(run.created)} note={t(`imports.of.${run.kind}`)} />
            <Kpi label={t('imports.counts.updated')} value={number(run.updated)} note={t(`imports.of.${run.kind}`)} />
            <Kpi label={t('imports.counts.unchanged')} value={number(run.unchanged)} note={t(`imports.of.${run.kind}`)} />
            <Kpi
              label={t('imports.counts.refused')}
              value={number(run.refusedTotal)}
              note={share && t('imports.ofLines', { share })}
            />
          </KpiStrip>
        )
      }
    >
      {run && !over && (
        <div className={css.live} role="status">
          <p className={css.line}>
            <span>{t(run.status === 'QUEUED' ? 'imports.waits' : 'imports.runs')}</span>
            <span className="num">{percent(run.progress)}</span>
          </p>
          <Progress value={run.progress * 100} aria-label={t('imports.progress')} animated />
        </div>
      )}
      {run && over && run.refusedTotal > 0 && <ImportRefusals id={run.id} total={run.refusedTotal} />}
    </DetailScreen>
  );
}
