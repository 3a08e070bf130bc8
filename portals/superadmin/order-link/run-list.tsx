import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { dateTime, likelihood, number, percent } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { Status, type Tone } from '../../shared/ui/status';
import css from './order-link.module.css';

const AdminOrderLinkRuns = graphql(`
  query AdminOrderLinkRuns {
    orderLinkRuns(first: 10) {
      nodes {
        id status origin dryRun force bar progress seen linked moved unlinked proposed createdAt
        createdBy { id name }
        changes { number customer before method probability }
        weights { field level agreement text }
        viewerCan { undo }
      }
    }
  }
`);
const AdminUndoOrderLinkRun = graphql(`
  mutation AdminUndoOrderLinkRun($input: UndoOrderLinkRunInput!) {
    undoOrderLinkRun(input: $input) { run { id status viewerCan { undo } } userErrors { path code message } }
  }
`);

const tones: Record<string, Tone> = { QUEUED: 'gray', RUNNING: 'blue', DONE: 'green', FAILED: 'red', UNDONE: 'yellow' };
const everyMs = 2_000;

type RunListProps = { chosen: string | null; choose: (id: string | null) => void };

/** The last looks at the orders: what each did, by which weights, and the way back. */
export function RunList({ chosen, choose }: RunListProps) {
  const { t } = useTranslation();
  const { data, startPolling, stopPolling } = useQuery(AdminOrderLinkRuns);
  const undo = useSubmit(AdminUndoOrderLinkRun);
  const runs = data?.orderLinkRuns.nodes ?? [];
  const waiting = runs.some(({ status }) => status === 'QUEUED' || status === 'RUNNING');
  useEffect(() => {
    if (waiting) startPolling(everyMs);
    else stopPolling();
  }, [waiting, startPolling, stopPolling]);
  const takeBack = async (id: string, linked: number) => {
    const sure = await confirm({
      title: t('order-links.undoRun'),
      text: t('order-links.undoRunText', { count: linked }),
      action: t('order-links.undoRun'),
      danger: true,
    });
    if (!sure) return;
    const payload = await undo.submit({ input: { id } }, { refetchQueries: ['AdminOrderLinks', 'AdminOrderLinkRuns'] });
    if (payload) done(t('order-links.runUndone'));
  };
  if (runs.length === 0) return null;
  return (
    <Section title={t('order-links.runs')} flush>
      <ul className={css.runs}>
        {runs.map((run) => (
          <li key={run.id}>
            <div className={css.run}>
              <div className={css.side}>
                <b>{dateTime(run.createdAt)}</b>
                <span className={css.sub}>
                  {[t(`order-links.origins.${run.origin}`), run.createdBy?.name, run.dryRun && t('order-links.tried')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <Status tone={tones[run.status]}>{t(`order-links.runStates.${run.status}`)}</Status>
              <span className={css.figures}>
                {run.status === 'RUNNING'
                  ? percent(run.progress)
                  : t('order-links.counts', {
                      seen: number(run.seen),
                      linked: number(run.linked + run.moved),
                      proposed: number(run.proposed),
                    })}
              </span>
              <Group gap="xs">
                {!run.dryRun && run.proposed > 0 && (
                  <Button size="xs" variant="subtle" onClick={() => choose(chosen === run.id ? null : run.id)}>
                    {t(chosen === run.id ? 'order-links.all' : 'order-links.only')}
                  </Button>
                )}
                {run.viewerCan.undo && (
                  <Button size="xs" variant="default" onClick={() => void takeBack(run.id, run.linked + run.moved)}>
                    {t('order-links.undoRun')}
                  </Button>
                )}
              </Group>
            </div>
            {(run.changes.length > 0 || run.weights.length > 0) && (
              <details className={css.details}>
                <summary>{t('order-links.details')}</summary>
                {run.changes.length > 0 && (
                  <ul className={css.changes} aria-label={t('order-links.changes')}>
                    {run.changes.map((change) => (
                      <li key={change.number}>
                        {change.number} : {change.before ?? '—'} → {change.customer ?? '—'}
                        {change.method && ` (${t(`order-links.methods.${change.method}`)}, ${likelihood(change.probability)})`}
                      </li>
                    ))}
                  </ul>
                )}
                <ul className={css.changes} aria-label={t('order-links.weights')}>
                  {run.weights
                    .filter(({ field }) => field !== 'birthDate' && field !== 'legalId')
                    .map(({ field, level, agreement, text }) => (
                      <li key={`${field} ${level}`}>{t('order-links.weight', { text, share: percent(agreement) })}</li>
                    ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
