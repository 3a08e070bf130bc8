import type { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { List } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { More } from '../../shared/ui/more';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './segment.module.css';

/** What a tab of a segment is while nothing is known yet. */
export const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

interface Rows<Row> {
  list: List<Row>;
  none: { icon: typeof IconHistory; title: string; text: string };
  children: (rows: readonly Row[]) => ReactNode;
}

/** A tab of a segment: its rows as they come, with more of them on demand. */
export function SegmentRows<Row>({ list, none, children }: Rows<Row>) {
  const { t } = useTranslation();
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={5} columns={2} />;
  if (!list.rows.length)
    return (
      <Empty icon={none.icon} title={none.title}>
        {none.text}
      </Empty>
    );
  return (
    <>
      {children(list.rows)}
      <More
        more={list.more}
        loading={list.loadingMore}
        shown={list.rows.length}
        label={t('segments.more')}
        className={css.more}
      />
    </>
  );
}
