import { useQuery } from '@apollo/client/react';
import { Button, Drawer, Tabs } from '@mantine/core';
import { IconEye, IconHistory, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Timeline } from '../../shared/ui/timeline';
import { usePhone } from '../../shared/ui/use-phone';
import { AuditChanges } from '../audit/audit-changes';
import { actionName, roleName } from '../audit/audit-words';
import css from './customer-tabs.module.css';

const CustomerHistory = graphql(`
  query CustomerHistory($id: ID!, $after: String) {
    customer(id: $id) {
      id
      history(first: 20, after: $after) {
        nodes { id at action actorRole actor { id name } ...AuditChanges_entry }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const CustomerReadings = graphql(`
  query CustomerReadings($id: ID!) {
    customer(id: $id) { id viewedBy(first: 100) { day role times user { id name } } }
  }
`);

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What was changed on the record, and who looked at it. */
export function CustomerHistoryDrawer({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <Drawer
      opened
      onClose={close}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '90%' : 620}
      title={t('audit.history.title')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <Tabs defaultValue="changes" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="changes">{t('audit.history.changes')}</Tabs.Tab>
          <Tabs.Tab value="readings">{t('audit.history.readings')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="changes">
          <Changes id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="readings">
          <Readings id={id} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}

function Changes({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(CustomerHistory, { id }, (data) => data.customer?.history ?? nothing);
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={5} columns={1} />;
  if (!list.rows.length)
    return (
      <Empty icon={IconHistory} title={t('audit.history.noChanges')}>
        {t('audit.history.noChangesText')}
      </Empty>
    );
  return (
    <>
      <Timeline
        whole
        items={list.rows.map((entry) => ({
          id: entry.id,
          at: entry.at,
          icon: IconPencil,
          title: actionName(t, entry.action),
          who: entry.actor?.name ?? roleName(t, entry.actorRole),
          detail: <AuditChanges entry={entry} />,
        }))}
      />
      {list.more && (
        <div className={css.more}>
          <Button variant="default" onClick={list.more} loading={list.loadingMore}>
            {t('audit.history.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Readings({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(CustomerReadings, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const readings = data?.customer?.viewedBy;
  if (error && !readings) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!readings) return <RowsSkeleton rows={5} columns={1} />;
  if (!readings.length)
    return (
      <Empty icon={IconEye} title={t('audit.history.noReadings')}>
        {t('audit.history.noReadingsText')}
      </Empty>
    );
  return (
    <Timeline
      whole
      items={readings.map(({ day, role, times, user }) => ({
        id: `${day} ${role} ${user?.id}`,
        at: day,
        icon: IconEye,
        title: user ? t('audit.history.by', { name: user.name, role: roleName(t, role) }) : roleName(t, role),
        who: times ? t('audit.times', { count: times }) : undefined,
      }))}
    />
  );
}
