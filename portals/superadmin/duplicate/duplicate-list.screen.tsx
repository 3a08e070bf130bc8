import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconArrowMerge, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { CustomerDuplicateStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { DuplicatePair } from './duplicate-pair';
import { DuplicateQueue } from './duplicate-queue';

const AdminDuplicates = graphql(`
  query AdminDuplicates($after: String, $filter: CustomerDuplicateFilter!) {
    customerDuplicates(first: 25, after: $after, filter: $filter) {
      nodes { id ...DuplicatePair_duplicate }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const AdminFindDuplicates = graphql(`
  mutation AdminFindDuplicates { findCustomerDuplicates { asked userErrors { path code message } } }
`);

const statuses = ['OPEN', 'REFUSED'] as const satisfies readonly CustomerDuplicateStatus[];

/** Records that may be of one customer: what speaks for and against, and what a person makes of it. */
export function DuplicateList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get, set } = useUrlState();
  const find = useSubmit(AdminFindDuplicates);
  const status = statuses.find((one) => one === get('status')) ?? 'OPEN';
  const filter = { status, customerId: get('customer') };
  const list = useConnection(AdminDuplicates, { filter }, (data) => data.customerDuplicates);
  const { rows, total, problem, retry, more, loadingMore } = list;
  const [at, setAt] = useState(0);
  const place = Math.min(at, Math.max(0, (rows?.length ?? 0) - 1));
  const current = rows?.[place];
  const search = async () => {
    if (await find.submit({})) done(t('duplicates.asked'));
  };
  return (
    <Page>
      <Crumbs items={[[t('nav.customers'), '/customers'], [t('duplicates.title')]]} />
      <PageHeader
        title={t('duplicates.title')}
        count={total ? number(total) : undefined}
        lead={t('duplicates.lead')}
        actions={
          permissions.includes('customer.merge') && (
            <Button
              variant="default"
              leftSection={<IconSearch size={15} stroke={1.8} />}
              onClick={() => void search()}
              loading={find.pending}
            >
              {t('duplicates.find')}
            </Button>
          )
        }
      />
      <SegmentedControl
        aria-label={t('order-links.status')}
        data={statuses.map((value) => ({ value, label: t(`duplicates.statuses.${value}`) }))}
        value={status}
        onChange={(value) => {
          setAt(0);
          set({ status: value === 'OPEN' ? null : value });
        }}
      />
      {problem && !rows ? (
        <Failure problem={problem} retry={retry} />
      ) : !rows ? (
        <RowsSkeleton rows={4} />
      ) : !current ? (
        <Section title={t(`duplicates.statuses.${status}`)}>
          <Empty icon={IconArrowMerge} title={t(`duplicates.none.${status}`)}>
            {t('duplicates.noneText')}
          </Empty>
        </Section>
      ) : (
        <>
          <DuplicatePair
            key={current.id}
            pair={current}
            place={place + 1}
            count={total ?? rows.length}
            previous={place > 0 ? () => setAt(place - 1) : undefined}
            next={place + 1 < rows.length ? () => setAt(place + 1) : more}
          />
          <Section title={t('order-links.queue')} count={total} flush>
            <DuplicateQueue pairs={rows} current={current.id} choose={setAt} />
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
    </Page>
  );
}
