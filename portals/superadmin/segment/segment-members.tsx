import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { date } from '../../shared/ui/format';
import { More } from '../../shared/ui/more';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './segment.module.css';

const SegmentMembers = graphql(`
  query SegmentMembers($id: ID!, $after: String) {
    segment(id: $id) {
      id
      members(first: 50, after: $after) {
        nodes { id enteredAt customer { id name reference } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Who is in it, who came last first. */
export function Members({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(SegmentMembers, { id }, (data) => data.segment?.members ?? nothing);
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={5} columns={2} />;
  if (!list.rows.length)
    return (
      <Empty icon={IconUsersGroup} title={t('segments.nobody')}>
        {t('segments.nobodyText')}
      </Empty>
    );
  return (
    <>
      <ul className={css.rows}>
        {list.rows.map(({ id: member, enteredAt, customer }) => (
          <li key={member} className={css.row}>
            <Link to={`/customers/${customer.id}`} dir="auto">
              {customer.name}
            </Link>
            <span className="muted num">{customer.reference}</span>
            <span className="muted">{t('segments.since', { day: date(enteredAt) })}</span>
          </li>
        ))}
      </ul>
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
