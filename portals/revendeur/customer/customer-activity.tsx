import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActivityComposer } from '../../shared/activity/activity-composer';
import { ActivityTimeline } from '../../shared/activity/activity-timeline';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { More } from '../../shared/ui/more';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './customer.module.css';

const RevendeurCustomerActivity = graphql(`
  query RevendeurCustomerActivity($id: ID!, $after: String) {
    customer(id: $id) {
      id
      activities(first: 50, after: $after) {
        nodes { id ...ActivityItem_activity }
        pageInfo { hasNextPage endCursor }
      }
      viewerCan { addActivity }
    }
  }
`);

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What happened, the newest first, and the place to write down what just did. */
export function CustomerActivity({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(RevendeurCustomerActivity, { id }, (data) => data.customer?.activities ?? nothing);
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={5} columns={1} />;
  return (
    <>
      {list.data?.customer?.viewerCan.addActivity && (
        <ActivityComposer customerId={id} readAgain={['RevendeurCustomerActivity', 'RevendeurCustomer']} />
      )}
      {list.rows.length ? (
        <div className={css.timeline}>
          <h2 className="vh">{t('customer.tab.activity')}</h2>
          <ActivityTimeline activities={list.rows} />
        </div>
      ) : (
        <Empty icon={IconHistory} title={t('customer.noActivity')}>
          {t('customer.noActivityText')}
        </Empty>
      )}
      <More
        more={list.more}
        loading={list.loadingMore}
        shown={list.rows.length}
        label={t('customer.older')}
        className={css.more}
      />
    </>
  );
}
