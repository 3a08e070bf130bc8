import { IconHistory, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { More } from '../../shared/ui/more';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Timeline } from '../../shared/ui/timeline';
import css from './segment.module.css';

const SegmentHistory = graphql(`
  query SegmentHistory($id: ID!, $after: String) {
    segment(id: $id) {
      id
      history(first: 50, after: $after) {
        nodes { id entered cause at customer { id name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Who came and who left, the latest first. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(SegmentHistory, { id }, (data) => data.segment?.history ?? nothing);
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={5} columns={1} />;
  if (!list.rows.length)
    return (
      <Empty icon={IconHistory} title={t('segments.still')}>
        {t('segments.stillText')}
      </Empty>
    );
  return (
    <>
      <Timeline
        items={list.rows.map(({ id: change, entered, cause, at, customer }) => ({
          id: change,
          at,
          icon: entered ? IconUserPlus : IconUserMinus,
          title: t(entered ? 'segments.came' : 'segments.gone'),
          who: cause === 'RULE' ? t('segments.byRule') : undefined,
          detail: (
            <Link to={`/customers/${customer.id}`} dir="auto">
              {customer.name}
            </Link>
          ),
        }))}
      />
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
