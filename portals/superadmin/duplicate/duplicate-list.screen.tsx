import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowMerge, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql, readFragment } from '../../shared/graphql/generated';
import type { CustomerDuplicateStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Empty } from '../../shared/ui/empty';
import { number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { ReviewQueue } from '../review/review-queue';
import { DuplicatePair, DuplicatePair_duplicate } from './duplicate-pair';

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
  const search = async () => {
    if (await find.submit({})) done(t('duplicates.asked'));
  };
  return (
    <Page>
      <Crumbs items={[[t('nav.customers'), '/customers'], [t('duplicates.title')]]} />
      <PageHeader
        title={t('duplicates.title')}
        count={list.total ? number(list.total) : undefined}
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
        onChange={(value) => set({ status: value === 'OPEN' ? null : value })}
      />
      <ReviewQueue
        key={status}
        list={list}
        empty={
          <Section title={t(`duplicates.statuses.${status}`)}>
            <Empty icon={IconArrowMerge} title={t(`duplicates.none.${status}`)}>
              {t('duplicates.noneText')}
            </Empty>
          </Section>
        }
        pair={(row, steps) => <DuplicatePair key={row.id} pair={row} {...steps} />}
        line={(row) => {
          const { probability, first, second } = readFragment(DuplicatePair_duplicate, row);
          return { probability, mine: first.name, theirs: second.name };
        }}
      />
    </Page>
  );
}
