import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { bytes, dateTime, number, percent, relative, time } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Page, PageHeader } from '../../shared/ui/page';
import { Facts, Section } from '../../shared/ui/section';
import { KpiSkeleton, RowsSkeleton } from '../../shared/ui/skeletons';
import { Status } from '../../shared/ui/status';
import css from './system.module.css';

const AdminSystem = graphql(`
  query AdminSystem {
    systemStatus {
      version nodeVersion startedAt memoryBytes listening storage
      database { version sizeBytes connections maxConnections startedAt lastMigration }
      jobs { queued running failed oldestDueAt }
      mails { queued sent kept failed }
    }
  }
`);

const everyMs = 15_000;

/** How the product does, measured as it is asked; again every quarter of a minute. */
export function System() {
  const { t } = useTranslation();
  const { data, error, loading, refetch } = useQuery(AdminSystem, {
    fetchPolicy: 'network-only',
    pollInterval: everyMs,
    notifyOnNetworkStatusChange: true,
  });
  const status = data?.systemStatus;
  const fine = status?.listening && !status.jobs.failed && !status.mails.failed;
  return (
    <Page>
      <Crumbs items={[[t('nav.system')]]} />
      <PageHeader
        title={t('nav.system')}
        badge={status && <Status tone={fine ? 'green' : 'yellow'}>{t(fine ? 'system.fine' : 'system.look')}</Status>}
        lead={status && t('system.asOf', { time: time(new Date().toISOString()) })}
        actions={
          <Button
            variant="default"
            loading={loading}
            leftSection={<IconRefresh size={15} stroke={1.8} />}
            onClick={() => void refetch().catch(() => {})}
          >
            {t('system.refresh')}
          </Button>
        }
      />
      {error && !status && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!status && !error && (
        <>
          <KpiSkeleton columns={4} />
          <RowsSkeleton rows={4} columns={1} />
        </>
      )}
      {status && (
        <>
          <KpiStrip columns={4}>
            <Kpi
              label={t('system.connections')}
              value={number(status.database.connections)}
              unit={`/ ${number(status.database.maxConnections)}`}
              note={percent(status.database.connections / status.database.maxConnections)}
            />
            <Kpi label={t('system.size')} value={bytes(status.database.sizeBytes)} />
            <Kpi
              label={t('system.failedJobs')}
              value={number(status.jobs.failed)}
              tone={status.jobs.failed ? 'danger' : undefined}
              note={t('system.waiting', { count: status.jobs.queued })}
            />
            <Kpi
              label={t('system.failedMails')}
              value={number(status.mails.failed)}
              tone={status.mails.failed ? 'danger' : undefined}
              href="/mails?status=FAILED"
              note={t('system.waiting', { count: status.mails.queued })}
            />
          </KpiStrip>
          <div className={css.parts}>
            <Section title={t('system.product')}>
              <Facts
                columns={2}
                items={[
                  [t('system.version'), status.version],
                  ['Node.js', status.nodeVersion],
                  [t('system.started'), `${dateTime(status.startedAt)} (${relative(status.startedAt)})`],
                  [t('system.memory'), bytes(status.memoryBytes)],
                  [t('system.events'), t(status.listening ? 'system.listening' : 'system.deaf')],
                  [t('system.storage'), t(`system.storages.${status.storage}`)],
                ]}
              />
            </Section>
            <Section title="PostgreSQL">
              <Facts
                columns={2}
                items={[
                  [t('system.version'), status.database.version],
                  [t('system.started'), dateTime(status.database.startedAt)],
                  [
                    t('system.migration'),
                    <span key="migration" className={css.long}>
                      {status.database.lastMigration}
                    </span>,
                  ],
                ]}
              />
            </Section>
            <Section title={t('system.jobs')}>
              <Facts
                columns={2}
                items={[
                  [t('system.queued'), number(status.jobs.queued)],
                  [t('system.running'), number(status.jobs.running)],
                  [t('system.failed'), number(status.jobs.failed)],
                  [t('system.oldest'), status.jobs.oldestDueAt ? relative(status.jobs.oldestDueAt) : t('system.noneWaits')],
                ]}
              />
            </Section>
            <Section title={t('nav.mails')}>
              <Facts
                columns={2}
                items={[
                  [t('system.queued'), number(status.mails.queued)],
                  [t('system.sent'), number(status.mails.sent)],
                  [t('system.kept'), number(status.mails.kept)],
                  [t('system.failed'), number(status.mails.failed)],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Page>
  );
}
