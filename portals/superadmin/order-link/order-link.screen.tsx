import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconChecks, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql, readFragment } from '../../shared/graphql/generated';
import type { OrderLinkStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { number } from '../../shared/ui/format';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { ReviewQueue } from '../review/review-queue';
import { AcceptAbove } from './accept-above';
import { LinkPair, OrderLinkPair_orderLink } from './link-pair';
import { RunList } from './run-list';
import { RunStart } from './run-start';

const AdminOrderLinks = graphql(`
  query AdminOrderLinks($after: String, $filter: OrderLinkFilter!) {
    orderLinkCandidates(first: 25, after: $after, filter: $filter) {
      nodes { id ...OrderLinkPair_orderLink }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const statuses = ['PROPOSED', 'LINKED', 'REFUSED'] as const satisfies readonly OrderLinkStatus[];

/** Orders beside the customers they may be of: what speaks for and against, and what a person makes of it. */
export function OrderLinks() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get, set } = useUrlState();
  const [accepting, setAccepting] = useState(false);
  const [starting, setStarting] = useState(false);
  const status = statuses.find((one) => one === get('status')) ?? 'PROPOSED';
  const list = useConnection(AdminOrderLinks, { filter: { status, runId: get('run') } }, (data) => data.orderLinkCandidates);
  const mayRun = permissions.includes('orderLink.run');
  const mayReview = permissions.includes('orderLink.review');

  return (
    <Page>
      <Crumbs items={[[t('nav.orders'), '/orders'], [t('order-links.title')]]} />
      <PageHeader
        title={t('order-links.title')}
        count={list.total ? number(list.total) : undefined}
        lead={t('order-links.lead')}
        actions={
          <Group gap="xs">
            {mayReview && status === 'PROPOSED' && (
              <Button variant="default" leftSection={<IconChecks size={15} stroke={1.8} />} onClick={() => setAccepting(true)}>
                {t('order-links.acceptAbove')}
              </Button>
            )}
            {mayRun && (
              <Button leftSection={<IconLink size={15} stroke={2} />} onClick={() => setStarting(true)}>
                {t('order-links.start')}
              </Button>
            )}
          </Group>
        }
      />
      <SegmentedControl
        aria-label={t('order-links.status')}
        data={statuses.map((value) => ({ value, label: t(`order-links.statuses.${value}`) }))}
        value={status}
        onChange={(value) => set({ status: value === 'PROPOSED' ? null : value })}
      />
      <ReviewQueue
        key={status}
        list={list}
        empty={
          <Section title={t(`order-links.statuses.${status}`)}>
            <Empty icon={IconLink} title={t(`order-links.none.${status}`)}>
              {t('order-links.noneText')}
            </Empty>
          </Section>
        }
        pair={(row, steps) => <LinkPair key={row.id} link={row} {...steps} />}
        line={(row) => {
          const { probability, order, customer } = readFragment(OrderLinkPair_orderLink, row);
          const mine = [order?.number, order?.name ?? order?.email].filter(Boolean).join(' · ');
          return { probability, mine, theirs: customer?.name ?? t('order-links.nobody') };
        }}
      />
      <RunList choose={(run) => set({ run })} chosen={get('run')} />
      {accepting && <AcceptAbove runId={get('run')} close={() => setAccepting(false)} />}
      {starting && <RunStart close={() => setStarting(false)} />}
    </Page>
  );
}
