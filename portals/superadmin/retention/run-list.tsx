import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Failure } from '../../shared/ui/failure';
import { dateTime, number } from '../../shared/ui/format';
import { More } from '../../shared/ui/more';
import { Section } from '../../shared/ui/section';
import css from './retention.module.css';
import { RunState } from './retention-state';

const AdminRetentionRuns = graphql(`
  query AdminRetentionRuns($after: String) {
    retentionRuns(first: 10, after: $after) {
      nodes { id dryRun status createdAt gone held failed createdBy { id name } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

/** Reports of what went, the latest first. */
export function RunList() {
  const { t } = useTranslation();
  const list = useConnection(AdminRetentionRuns, {}, (data) => data.retentionRuns);
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  return (
    <Section title={t('retention.reports')} count={list.total} flush>
      {list.rows?.length === 0 && <p className={css.none}>{t('retention.noReports')}</p>}
      <ul className={css.rows}>
        {list.rows?.map((run) => (
          <li key={run.id} className={css.row} data-row>
            <span className={css.what}>
              <Link to={`/retention/${run.id}`}>
                {t(run.dryRun ? 'retention.dryRunOf' : 'retention.runOf', { date: dateTime(run.createdAt) })}
              </Link>
              <span className={css.sub}>{run.createdBy?.name ?? t('retention.byNight')}</span>
            </span>
            <span className={css.sub}>
              {t(run.dryRun ? 'retention.countsDry' : 'retention.counts', {
                gone: number(run.gone),
                held: number(run.held),
              })}
            </span>
            <RunState status={run.status} failed={run.failed} />
          </li>
        ))}
      </ul>
      <More
        more={list.more}
        loading={list.loadingMore}
        shown={list.rows?.length ?? 0}
        label={t('retention.more')}
        className={css.none}
      />
    </Section>
  );
}
