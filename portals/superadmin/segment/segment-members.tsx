import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { date } from '../../shared/ui/format';
import css from './segment.module.css';
import { nothing, SegmentRows } from './segment-rows';

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

/** Who is in it, who came last first. */
export function Members({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(SegmentMembers, { id }, (data) => data.segment?.members ?? nothing);
  const none = { icon: IconUsersGroup, title: t('segments.nobody'), text: t('segments.nobodyText') };
  return (
    <SegmentRows list={list} none={none}>
      {(rows) => (
        <ul className={css.rows}>
          {rows.map(({ id: member, enteredAt, customer }) => (
            <li key={member} className={css.row}>
              <Link to={`/customers/${customer.id}`} dir="auto">
                {customer.name}
              </Link>
              <span className="muted num">{customer.reference}</span>
              <span className="muted">{t('segments.since', { day: date(enteredAt) })}</span>
            </li>
          ))}
        </ul>
      )}
    </SegmentRows>
  );
}
