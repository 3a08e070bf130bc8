import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityComposer } from '../../shared/activity/activity-composer';
import { type ActivityGroup, groupOf, groups } from '../../shared/activity/activity-kinds';
import { ActivityTimeline } from '../../shared/activity/activity-timeline';
import { useViewer } from '../../shared/auth/session';
import { panel } from '../../shared/frame/screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { More } from '../../shared/ui/more';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './customer-tabs.module.css';

const CustomerActivity = graphql(`
  query CustomerActivity($id: ID!, $after: String, $filter: ActivityFilter!) {
    customer(id: $id) {
      id
      activities(first: 50, after: $after, filter: $filter) {
        nodes { id kind ...ActivityItem_activity }
        pageInfo { hasNextPage endCursor }
      }
      kept: activities(first: 20, filter: { pinned: true }) { nodes { id ...ActivityItem_activity } }
      mentionable { id name }
      activityStats { total kinds { kind count } }
      viewerCan { addActivity }
    }
  }
`);

const History = panel(() => import('./customer-history'), 'audit');

const periods = ['7', '30', '365'] as const;
const HOUR = 3_600_000;

/** Whole hours, so that a tab drawn again asks the same. */
const sinceOf = (days: string | null): string | null =>
  days && periods.some((one) => one === days)
    ? new Date(Math.floor(Date.now() / HOUR) * HOUR - Number(days) * 24 * HOUR).toISOString()
    : null;

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Everything that happened, the newest first; and the place to write down what just did. */
export function CustomerActivityTab({ id }: { id: string }) {
  const { t } = useTranslation(['portal', 'activity']);
  const { get, set } = useUrlState();
  const { permissions } = useViewer();
  const group = groups.find((one) => one === get('group'));
  const list = useConnection(
    CustomerActivity,
    { id, filter: { group: group ?? null, authorId: get('by'), from: sinceOf(get('since')) } },
    (data) => data.customer?.activities ?? nothing,
  );
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  const customer = list.data?.customer;
  const stats = customer?.activityStats;
  const countOf = (one: ActivityGroup) =>
    stats?.kinds.reduce((sum, { kind, count }) => (groupOf(kind) === one ? sum + count : sum), 0) ?? 0;
  const kept = group || get('by') || get('since') ? [] : (customer?.kept.nodes ?? []);
  const shown = groups.filter((one) => one === group || countOf(one) > 0);
  return (
    <>
      {customer?.viewerCan.addActivity && (
        <ActivityComposer
          customerId={id}
          kind={get('write')}
          written={() => set({ write: null })}
          readAgain={['CustomerActivity', 'Customer360']}
        />
      )}
      {shown.length > 1 && (
        <div className={css.filter}>
          <SegmentedControl
            aria-label={t('customer.activity.filter')}
            value={group ?? 'ALL'}
            onChange={(value) => set({ group: value === 'ALL' ? null : value })}
            data={[
              { value: 'ALL', label: t('customer.activity.all', { count: stats?.total ?? 0 }) },
              ...shown.map((one) => ({ value: one, label: `${t(`activity:group.${one}`)} ${countOf(one)}` })),
            ]}
          />
        </div>
      )}
      <div className={css.tools}>
        <Select
          size="xs"
          className={css.tool}
          aria-label={t('activity:person')}
          placeholder={t('activity:anybody')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('activity:anybody') }}
          data={(customer?.mentionable ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={get('by')}
          onChange={(by) => set({ by })}
        />
        <Select
          size="xs"
          className={css.tool}
          aria-label={t('activity:period')}
          placeholder={t('activity:always')}
          clearable
          clearButtonProps={{ 'aria-label': t('activity:always') }}
          data={periods.map((value) => ({ value, label: t(`activity:periods.${value}`) }))}
          value={get('since')}
          onChange={(since) => set({ since })}
        />
        <span className={css.grow} />
        {permissions.includes('customer.history') && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconHistory size={15} stroke={1.7} />}
            onClick={() => set({ show: 'history' })}
          >
            {t('customer.activity.history')}
          </Button>
        )}
      </div>
      {get('show') === 'history' && (
        <Suspense>
          <History id={id} close={() => set({ show: null })} />
        </Suspense>
      )}
      {!list.rows && <RowsSkeleton rows={6} columns={1} />}
      <h2 className="vh">{t('customer.tab.activity')}</h2>
      {kept.length > 0 && (
        <section className={css.kept} aria-label={t('activity:pinned')}>
          <h3 className={css.keptTitle}>{t('activity:pinned')}</h3>
          <ActivityTimeline activities={kept} />
        </section>
      )}
      {list.rows && <ActivityTimeline activities={list.rows} />}
      {list.rows?.length === 0 && (
        <Empty icon={IconHistory} title={t('customer.activity.none')}>
          {t('customer.activity.noneText')}
        </Empty>
      )}
      <More
        more={list.more}
        loading={list.loadingMore}
        shown={list.rows?.length ?? 0}
        label={t('customer.activity.more')}
        className={css.more}
      />
    </>
  );
}
