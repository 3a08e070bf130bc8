import { useQuery } from '@apollo/client/react';
import { Button, Progress } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { percent } from '../../shared/ui/format';
import { done as told } from '../../shared/ui/notify';
import css from './portfolio.module.css';

const AdminFiguresRun = graphql(`
  query AdminFiguresRun { figuresRun { status progress askedAt endedAt } }
`);
const AdminRefreshFigures = graphql(`
  mutation AdminRefreshFigures { refreshFigures { run { status } userErrors { path code message } } }
`);

const everyMs = 1_000;

/** Has it all worked out anew, and shows how far it is. */
export function FiguresRefresh({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { data, refetch, startPolling, stopPolling } = useQuery(AdminFiguresRun, { fetchPolicy: 'cache-and-network' });
  const { submit, pending } = useSubmit(AdminRefreshFigures);
  const run = data?.figuresRun;
  const waits = run?.status === 'QUEUED' || run?.status === 'RUNNING';
  // Also a run that was over before anybody saw it begin is told.
  const [followed, setFollowed] = useState(false);
  useEffect(() => {
    if (waits) {
      setFollowed(true);
      startPolling(everyMs);
      return;
    }
    stopPolling();
    if (!followed) return;
    setFollowed(false);
    if (run?.status === 'DONE') told(t('portfolio.refresh.done'));
    done();
  }, [waits, followed, run?.status, startPolling, stopPolling, done, t]);
  const ask = async () => {
    const asked = await submit({});
    await refetch();
    if (asked) setFollowed(true);
  };
  if (waits)
    return (
      <div className={css.progress} role="status">
        <span>{t('portfolio.refresh.running', { progress: percent(run.progress) })}</span>
        <Progress value={100 * run.progress} aria-label={t('portfolio.refresh.start')} />
      </div>
    );
  if (!permissions.includes('analytics.fit')) return null;
  return (
    <>
      {run?.status === 'FAILED' && <span className={css.failed}>{t('portfolio.refresh.failed')}</span>}
      <Button variant="default" leftSection={<IconRefresh size={15} stroke={1.8} />} loading={pending} onClick={() => void ask()}>
        {t('portfolio.refresh.start')}
      </Button>
    </>
  );
}
