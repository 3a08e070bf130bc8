import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconChecks, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { OrderLinkStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { number } from '../../shared/ui/format';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { AcceptAbove } from './accept-above';
import { LinkPair } from './link-pair';
import { LinkQueue } from './link-queue';
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
  const { rows, total, problem, retry, more, loadingMore } = list;
  const [at, setAt] = useState(0);
  const place = Math.min(at, Math.max(0, (rows?.length ?? 0) - 1));
  const current = rows?.[place];
  const mayRun = permissions.includes('orderLink.run');
  const mayReview = permissions.includes('orderLink.review');

  return (
    <Page>
      <Crumbs items={[[t('nav.orders'), '/orders'], [t('order-links.title')]]} />
      <PageHeader
        title={t('order-links.title')}
        count={total ? number(total) : undefined}
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
        onChange={(value) => {
          setAt(0);
          set({ status: value === 'PROPOSED' ? null : value });
        }}
      />
      {problem && !rows ? (
        <Failure problem={problem} retry={retry} />
      ) : !rows ? (
        <RowsSkeleton rows={4} />
      ) : !current ? (
        <Section title={t(`order-links.statuses.${status}`)}>
          <Empty icon={IconLink} title={t(`order-links.none.${status}`)}>
            {t('order-links.noneText')}
          </Empty>
        </Section>
      ) : (
        <>
          <LinkPair
            key={current.id}
            link={current}
            place={place + 1}
            count={total ?? rows.length}
            previous={place > 0 ? () => setAt(place - 1) : undefined}
            next={place + 1 < rows.length ? () => setAt(place + 1) : more}
          />
          <Section title={t('order-links.queue')} count={total} flush>
            <LinkQueue links={rows} current={current.id} choose={setAt} />
            {more && (
              <Group justify="center" py="sm">
                <Button variant="default" onClick={more} loading={loadingMore}>
                  {t('order-links.more')}
                </Button>
              </Group>
            )}
          </Section>
        </>
      )}
      <RunList choose={(run) => set({ run })} chosen={get('run')} />
      {accepting && <AcceptAbove runId={get('run')} close={() => setAccepting(false)} />}
      {starting && <RunStart close={() => setStarting(false)} />}
    </Page>
  );
}
