import { IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { useCustomFieldFilters } from '../../shared/customer/use-custom-field-filters';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { Primary } from '../../shared/frame/primary';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { CustomerKind, CustomerSort, CustomerStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { type CustomerListRow, cardOf, columnsOf, customerId } from './customer-row';

const CustomerForm = lazy(() => import('../../shared/customer/customer-form'));

const RevendeurCustomers = graphql(`
  query RevendeurCustomers($after: String, $filter: CustomerFilter, $sort: CustomerSort!, $direction: Direction!) {
    customers(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...RevendeurCustomerRow_customer }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const byName = { by: 'NAME', descending: false };

/** One’s own customers. */
export function CustomerList() {
  const { t } = useTranslation(['portal', 'customer']);
  const navigate = useNavigate();
  const mayCreate = useViewer().permissions.includes('customer.create');
  const { get, set } = useUrlState();
  const sort = sortOf(get('sort'), byName) ?? byName;
  const custom = useCustomFieldFilters();
  const list = useConnection(
    RevendeurCustomers,
    {
      filter: {
        search: get('q'),
        status: get('status') as CustomerStatus | null,
        kind: get('kind') as CustomerKind | null,
        customFields: custom.conditions,
      },
      sort: sort.by as CustomerSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.customers,
  );
  const columns = useMemo(() => columnsOf(t), [t]);
  const card = useMemo(() => cardOf(t), [t]);
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('customers.status'),
      options: (['ACTIVE', 'INACTIVE'] as const).map((value) => ({ value, label: t(`customer:state.${value}`) })),
    },
    {
      key: 'kind',
      label: t('customers.kind'),
      options: (['COMPANY', 'PERSON'] as const).map((value) => ({ value, label: t(`customer:kind.${value}`) })),
    },
    ...custom.filters,
  ];
  const create = { label: t('customer:new'), run: () => set({ new: 'yes' }) };
  return (
    <>
      <ListScreen<CustomerListRow>
        name="customers"
        title={t('nav.customers')}
        list={list}
        columns={columns}
        card={card}
        rowId={customerId}
        search={t('customers.search')}
        filters={filters}
        views={[
          { label: t('customers.all'), search: '' },
          { label: t('customers.active'), search: 'status=ACTIVE' },
          { label: t('customers.latest'), search: 'sort=-CREATED_AT' },
        ]}
        defaultSort={byName}
        primary={mayCreate ? create : undefined}
        empty={
          <Empty icon={IconUsers} title={t('customers.none')} action={mayCreate && <Primary {...create} />}>
            {t('customers.noneText')}
          </Empty>
        }
      />
      {mayCreate && get('new') && (
        <Suspense>
          <CustomerForm close={() => set({ new: null })} saved={(id) => void navigate(`/customers/${id}`)} />
        </Suspense>
      )}
    </>
  );
}
