import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTableImport, IconUserCheck, IconUserOff, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { ListScreen, sortOf } from '../../shared/frame/list-screen';
import { Primary } from '../../shared/frame/primary';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { CustomerKind, CustomerSort, CustomerStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { useCustomersExport } from '../export/use-customers-export';
import { CustomerFigures } from './customer-figures';
import { type CustomerListRow, cardOf, columnsOf, customerId } from './customer-row';
import { type CreatedPeriod, createdSince, useCustomerFilters } from './use-customer-filters';
import { useStatusChange } from './use-status-change';

const CustomerForm = lazy(() => import('../../shared/customer/customer-form'));

const SuperadminCustomers = graphql(`
  query SuperadminCustomers($after: String, $filter: CustomerFilter, $sort: CustomerSort!, $direction: Direction!) {
    customers(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...CustomerRow_customer }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const byName = { by: 'NAME', descending: false };

export function CustomerList() {
  const { t } = useTranslation();
  const { id: viewerId, permissions } = useViewer();
  const navigate = useNavigate();
  const { get } = useUrlState();
  const [creating, form] = useDisclosure(false);
  const filters = useCustomerFilters();
  const changeStatus = useStatusChange();
  const sort = sortOf(get('sort'), byName) ?? byName;
  const orders = get('orders');
  const tag = get('tag');
  const filter = {
    search: get('q'),
    status: get('status') as CustomerStatus | null,
    kind: get('kind') as CustomerKind | null,
    tags: tag ? [tag] : null,
    managerId: get('manager'),
    resellerId: get('reseller'),
    createdFrom: createdSince(get('created') as CreatedPeriod | null),
    withOrders: orders ? orders === 'with' : null,
  };
  const list = useConnection(
    SuperadminCustomers,
    {
      filter,
      sort: sort.by as CustomerSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.customers,
  );
  const exporting = useCustomersExport(filter, list.total);
  const columns = useMemo(() => columnsOf(t), [t]);
  const card = useMemo(() => cardOf(t), [t]);
  const mayCreate = permissions.includes('customer.create');
  const create = { label: t('customers.new'), run: form.open };

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
        defaultSort={byName}
        primary={mayCreate ? create : undefined}
        actions={
          <>
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
        bulk={
          permissions.includes('customer.changeStatus')
            ? {
                label: (count) => t('customers.picked', { count }),
                actions: (ids, clear) => [
                  ...exporting.actions(ids),
                  {
                    icon: IconUserCheck,
                    label: t('customers.activate'),
                    run: () => void changeStatus(ids, 'ACTIVE').then(clear),
                  },
                  {
                    icon: IconUserOff,
                    label: t('customers.deactivate'),
                    run: () => void changeStatus(ids, 'INACTIVE').then(clear),
                  },
                ],
              }
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
    </>
  );
}
