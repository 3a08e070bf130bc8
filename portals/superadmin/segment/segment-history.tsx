import { IconHistory, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Timeline } from '../../shared/ui/timeline';
import { nothing, SegmentRows } from './segment-rows';

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

/** Who came and who left, the latest first. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(SegmentHistory, { id }, (data) => data.segment?.history ?? nothing);
  const none = { icon: IconHistory, title: t('segments.still'), text: t('segments.stillText') };
  return (
    <SegmentRows list={list} none={none}>
      {(rows) => (
        <Timeline
          items={rows.map(({ id: change, entered, cause, at, customer }) => ({
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
      )}
    </SegmentRows>
  );
}
