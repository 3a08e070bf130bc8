import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { List } from '../../shared/graphql/use-connection';
import { Failure } from '../../shared/ui/failure';
import { likelihood } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './review.module.css';
import type { Steps } from './review-pair';

interface ReviewQueueProps<Row extends { id: string }> {
  list: Pick<List<Row, unknown>, 'rows' | 'total' | 'problem' | 'retry' | 'more' | 'loadingMore'>;
  /** Where nothing waits. */
  empty: ReactNode;
  pair: (row: Row, steps: Steps) => ReactNode;
  line: (row: Row) => { probability: number; mine: string; theirs: string };
}

/** One pair to look at, and below it those that wait, the likeliest first. */
export function ReviewQueue<Row extends { id: string }>({ list, empty, pair, line }: ReviewQueueProps<Row>) {
  const { t } = useTranslation();
  const { rows, total, problem, retry, more, loadingMore } = list;
  const [at, setAt] = useState(0);
  const place = Math.min(at, Math.max(0, (rows?.length ?? 0) - 1));
  const current = rows?.[place];
  if (problem && !rows) return <Failure problem={problem} retry={retry} />;
  if (!rows) return <RowsSkeleton rows={4} />;
  if (!current) return empty;
  return (
    <>
      {pair(current, {
        place: place + 1,
        count: total ?? rows.length,
        previous: place > 0 ? () => setAt(place - 1) : undefined,
        next: place + 1 < rows.length ? () => setAt(place + 1) : more,
      })}
      <Section title={t('order-links.queue')} count={total} flush>
        <ul className={css.queue}>
          {rows.map((row, i) => {
            const { probability, mine, theirs } = line(row);
            return (
              <li key={row.id}>
                <button type="button" aria-current={row.id === current.id} onClick={() => setAt(i)}>
                  <span className="num">{likelihood(probability)}</span>
                  <span>{mine}</span>
                  <span>{theirs}</span>
                </button>
              </li>
            );
          })}
        </ul>
        {more && (
          <Group justify="center" py="sm">
            <Button variant="default" onClick={more} loading={loadingMore}>
              {t('order-links.more')}
            </Button>
          </Group>
        )}
      </Section>
    </>
  );
}
