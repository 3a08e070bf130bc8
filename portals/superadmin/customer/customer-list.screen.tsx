import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTableImport, IconTag, IconTagOff, IconUserCheck, IconUserOff, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { useCustomFieldFilters } from '../../shared/customer/use-custom-field-filters';
import { instantsOf } from '../../shared/frame/day-range';
import { ListScreen, sortOf } from '../../shared/frame/list-screen';
import { Primary } from '../../shared/frame/primary';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type {
  CustomerFilter,
  CustomerIdsQuery,
  CustomerKind,
  CustomerSort,
  CustomerStatus,
} from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { BulkAction } from '../../shared/ui/bulk-bar';
import { Empty } from '../../shared/ui/empty';
import { useCustomersExport } from '../export/use-customers-export';
import { CustomerFigures } from './customer-figures';
import { type CustomerListRow, cardOf, columnsOf, customerId } from './customer-row';
import { figuresIn } from './figures-filter';
import { FollowToggle } from './follow-toggle';
import { useCustomerBulk } from './use-customer-bulk';
import { useCustomerFilters } from './use-customer-filters';

const CustomerForm = lazy(() => import('../../shared/customer/customer-form'));
const TagDialog = lazy(() => import('./tag-dialog'));

type Tagging = { way: 'add' | 'remove'; ids: string[]; clear: () => void };

const SuperadminCustomers = graphql(`
  query SuperadminCustomers($after: String, $filter: CustomerFilter, $sort: CustomerSort!, $direction: Direction!) {
    customers(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...CustomerRow_customer }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const CustomerIds = graphql(`
  query CustomerIds($after: String, $filter: CustomerFilter) {
    customers(first: 100, after: $after, filter: $filter, sort: CREATED_AT) {
      nodes { id }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const byName = { by: 'NAME', descending: false };
const byFitness = { by: 'RELEVANCE', descending: true };
const sorts = ['NAME', '-CREATED_AT', '-UPDATED_AT', '-SPENT', '-ORDER_COUNT', '-LAST_ORDER', 'REFERENCE'] as const;

export function CustomerList() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { id: viewerId, permissions } = useViewer();
  const navigate = useNavigate();
  const { get } = useUrlState();
  const [creating, form] = useDisclosure(false);
  const [tagging, setTagging] = useState<Tagging | null>(null);
  const usualFilters = useCustomerFilters();
  const custom = useCustomFieldFilters();
  const filters = [...usualFilters, ...custom.filters];
  const search = get('q');
  const usual = search ? byFitness : byName;
  const sort = sortOf(get('sort'), usual) ?? usual;
  const orders = get('orders');
  const tag = get('tag');
  const created = instantsOf(get('created'));
  const filter: CustomerFilter = {
    search,
    status: get('status') as CustomerStatus | null,
    kind: get('kind') as CustomerKind | null,
    tags: tag ? [tag] : null,
    segmentId: get('segment'),
    managerId: get('manager'),
    resellerId: get('reseller'),
    createdFrom: created.from,
    createdBefore: created.before,
    withOrders: orders ? orders === 'with' : null,
    customFields: custom.conditions,
    figures: figuresIn(get('figures')),
  };
  const bulk = useCustomerBulk(filter);
  const list = useConnection(
    SuperadminCustomers,
    { filter, sort: sort.by as CustomerSort, direction: sort.descending ? 'DESC' : 'ASC' },
    (data) => data.customers,
  );
  const exporting = useCustomersExport(filter, list.total);
  const columns = useMemo(() => columnsOf(t), [t]);
  const card = useMemo(() => cardOf(t), [t]);
  const mayCreate = permissions.includes('customer.create');
  const create = { label: t('customers.new'), run: form.open };

  async function every(): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null | undefined = null; ; ) {
      const { data }: { data?: CustomerIdsQuery } = await client.query({
        query: CustomerIds,
        variables: { filter, after },
        fetchPolicy: 'no-cache',
      });
      ids.push(...(data?.customers.nodes.map(({ id }) => id) ?? []));
      if (!data?.customers.pageInfo.hasNextPage) return ids;
      after = data.customers.pageInfo.endCursor;
    }
  }

  const actions = (ids: string[], clear: () => void): BulkAction[] => [
    ...exporting.actions(ids),
    ...(permissions.includes('customer.changeStatus')
      ? [
          {
            icon: IconUserCheck,
            label: t('customers.activate'),
            run: () => void bulk.setStatus(ids, 'ACTIVE').then(clear),
          },
          {
            icon: IconUserOff,
            label: t('customers.deactivate'),
            run: () => void bulk.setStatus(ids, 'INACTIVE').then(clear),
          },
        ]
      : []),
    { icon: IconTag, label: t('customers.tagThem'), run: () => setTagging({ way: 'add', ids, clear }) },
    { icon: IconTagOff, label: t('customers.untagThem'), run: () => setTagging({ way: 'remove', ids, clear }) },
  ];

  return (
    <>
      <ListScreen<CustomerListRow>
        name="customers"
        title={t('customers.title')}
        list={list}
        columns={columns}
        card={card}
        rowId={customerId}
        search={t('customers.search')}
        filters={filters}
        kpis={<CustomerFigures />}
        views={[
          { label: t('customers.view.all'), search: '' },
          { label: t('customers.view.mine'), search: `manager=${viewerId}` },
          { label: t('customers.view.new'), search: 'created=30&sort=-CREATED_AT' },
          { label: t('customers.view.buyers'), search: 'orders=with' },
          { label: t('customers.view.inactive'), search: 'status=INACTIVE' },
        ]}
        defaultSort={usual}
        primary={mayCreate ? create : undefined}
        actions={
          <>
            {permissions.includes('customer.follow') && <FollowToggle />}
            {exporting.button}
            {permissions.includes('customer.import') && (
              <Button
                component={Link}
                to="/imports?what=CUSTOMERS"
                variant="default"
                leftSection={<IconTableImport size={15} stroke={1.8} />}
              >
                {t('customers.import')}
              </Button>
            )}
          </>
        }
        sorts={[
          ...(search ? [{ value: '-RELEVANCE', label: t('customers.sort.-RELEVANCE') }] : []),
          ...sorts.map((value) => ({ value, label: t(`customers.sort.${value}`) })),
        ]}
        bulk={
          permissions.includes('customer.tags')
            ? { label: (count) => t('customers.picked', { count }), actions, every, progress: bulk.progress }
            : undefined
        }
        empty={
          <Empty icon={IconUsers} title={t('customers.none')} action={mayCreate && <Primary {...create} />}>
            {t('customers.noneText')}
          </Empty>
        }
      />
      {exporting.dialog}
      {creating && (
        <Suspense>
          <CustomerForm ours close={form.close} saved={(id) => void navigate(`/customers/${id}`)} />
        </Suspense>
      )}
      {tagging && (
        <Suspense>
          <TagDialog
            way={tagging.way}
            count={tagging.ids.length}
            close={() => setTagging(null)}
            pick={(words) => {
              setTagging(null);
              const change = tagging.way === 'add' ? { add: words, remove: [] } : { add: [], remove: words };
              void bulk.tag(tagging.ids, change).then(tagging.clear);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
