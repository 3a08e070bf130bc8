import { useQuery } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import type { AdminRetentionRunQuery } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { date, dateTime, number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Section } from '../../shared/ui/section';
import css from './retention.module.css';
import { RetentionPreview, useRetentionPreview } from './retention-preview';
import { RunState } from './retention-state';

const AdminRetentionRun = graphql(`
  query AdminRetentionRun($id: ID!) {
    retentionRun(id: $id) {
      id dryRun status asOf createdAt startedAt endedAt gone held failed
      createdBy { id name }
      lines {
        category name months seen deleted pseudonymised held failed
        heldFor { code message count }
        failedFor { code message count }
      }
    }
  }
`);
type Line = NonNullable<AdminRetentionRunQuery['retentionRun']>['lines'][number];

const everyMs = 1_000;

/** One report: what went, or would have gone, and what was kept back and why. */
export function RetentionRun() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(AdminRetentionRun, { variables: { id } });
  const [looked, look] = useState<Line>();
  const run = data?.retentionRun ?? undefined;
  const waiting = run && run.status !== 'DONE';
  useEffect(() => {
    if (waiting) startPolling(everyMs);
    else stopPolling();
  }, [waiting, startPolling, stopPolling]);
  const title = run && t(run.dryRun ? 'retention.dryRunOf' : 'retention.runOf', { date: dateTime(run.createdAt) });
  const lines = run?.lines.filter(({ seen }) => seen > 0) ?? [];
  const quiet = run?.lines.filter(({ seen }) => seen === 0) ?? [];
  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.retention'), '/retention'], [title ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.retentionRun === null}
        header={
          run && {
            title: title!,
            badges: <RunState status={run.status} failed={run.failed} />,
            meta: (
              <>
                <span>{run.createdBy?.name ?? t('retention.byNight')}</span>
                <span>{t('retention.asOf', { date: date(run.asOf) })}</span>
                {run.endedAt && <span>{t('retention.ended', { date: dateTime(run.endedAt) })}</span>}
              </>
            ),
          }
        }
        kpis={
          run && (
            <KpiStrip columns={3}>
              <Kpi label={t(run.dryRun ? 'retention.wouldGo' : 'retention.went')} value={number(run.gone)} />
              <Kpi label={t('retention.held')} value={number(run.held)} />
              <Kpi label={t('retention.failed')} value={number(run.failed)} tone={run.failed > 0 ? 'danger' : undefined} />
            </KpiStrip>
          )
        }
      >
        {run && (
          <>
            <Section title={t('retention.byCategory')} flush>
              {lines.length === 0 && <p className={css.none}>{t(waiting ? 'retention.atWork' : 'retention.nothing')}</p>}
              <ul className={css.rows}>
                {lines.map((line) => (
                  <li key={line.category} className={css.row} data-row>
                    <span className={css.what}>
                      <b>{line.name}</b>
                      <span className={css.sub}>{t('retention.period', { count: line.months })}</span>
                    </span>
                    <span className={css.period}>
                      <Became line={line} dry={run.dryRun} />
                    </span>
                    {run.dryRun && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t('retention.lookNamed', { name: line.name })}
                        onClick={() => look(line)}
                      >
                        {t('retention.look')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </Section>
            {quiet.length > 0 && !waiting && (
              <Section title={t('retention.quiet')}>
                <p className={css.quiet}>{quiet.map(({ name }) => name).join(' · ')}</p>
              </Section>
            )}
          </>
        )}
      </DetailScreen>
      {looked && <Look line={looked} close={() => look(undefined)} />}
    </>
  );
}

/** The numbers of a category, and each reason with its own. */
function Became({ line, dry }: { line: Line; dry: boolean }) {
  const { t } = useTranslation();
  const said = [
    ...(line.deleted > 0 ? [t(dry ? 'retention.wouldDelete' : 'retention.deleted', { count: line.deleted })] : []),
    ...(line.pseudonymised > 0
      ? [t(dry ? 'retention.wouldAnonymise' : 'retention.anonymised', { count: line.pseudonymised })]
      : []),
    ...(line.held > 0 ? [t('retention.heldBack', { count: line.held })] : []),
    ...(line.failed > 0 ? [t('retention.inVain', { count: line.failed })] : []),
  ];
  return (
    <>
      {said.join(' · ')}
      {[...line.heldFor, ...line.failedFor].map(({ code, message, count }) => (
        <span key={code} className={css.sub}>
          {number(count)} : {message}
        </span>
      ))}
    </>
  );
}

/** Of a dry run: which they are, as of now. */
function Look({ line, close }: { line: Line; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened size="lg" onClose={close} title={line.name} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <RetentionPreview {...useRetentionPreview(line.category, line.months)} />
    </Modal>
  );
}
