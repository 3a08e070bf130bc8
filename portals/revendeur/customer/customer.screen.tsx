import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail, IconPencil, IconPhone, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { CustomerMark } from '../../shared/customer/customer-mark';
import { CustomerStatus } from '../../shared/customer/customer-status';
import { useCustomerLive } from '../../shared/customer/use-customer-live';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { siret } from '../../shared/ui/format';
import { Tags } from '../../shared/ui/tags';
import { useLast } from '../../shared/ui/use-last';
import { CustomerKpis } from './customer-kpis';

const CustomerForm = lazy(() => import('../../shared/customer/customer-form'));
const OpportunityForm = lazy(() => import('../../shared/opportunity/opportunity-form'));
const Profile = panel(() => import('./customer-profile'), 'contact', 'customer', 'customers', 'vehicle');
const Activity = panel(() => import('./customer-activity'));
const Opportunities = panel(() => import('./customer-opportunities'));
const Purchases = panel(() => import('./customer-purchases'));
const Documents = panel(() => import('./customer-documents'));

const RevendeurCustomer = graphql(`
  query RevendeurCustomer($id: ID!) {
    customer(id: $id) {
      id version kind name reference status siret vatNumber email phone website tags
      manager { id name }
      reseller { id name }
      documentStats { count }
      openDeals: opportunities(first: 0, filter: { open: true }) { totalCount }
      viewerCan { update }
      ...RevendeurKpis_customer
    }
  }
`);

/** The page’s query and its tabs’ begin so. */
const onThePage = (query: string) => query.startsWith('RevendeurCustomer');

/** One of one’s customers: who they are, what was said, what they may buy and what they bought. */
export function Customer() {
  const { t } = useTranslation(['portal', 'customer', 'opportunity']);
  const { id = '' } = useParams();
  const { permissions } = useViewer();
  const { data: answer, error, refetch } = useQuery(RevendeurCustomer, { variables: { id } });
  const data = useSliced(answer);
  const [editing, form] = useDisclosure(false);
  const [selling, deal] = useDisclosure(false);
  useCustomerLive(id, onThePage);
  const customer = data?.customer;
  const edited = useLast(customer);
  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.customers'), '/customers'], [customer?.name ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.customer === null}
        header={
          customer
            ? {
                mark: <CustomerMark name={customer.name} kind={customer.kind} size={44} />,
                title: customer.name,
                badges: <CustomerStatus status={customer.status} />,
                meta: (
                  <>
                    <span>{customer.reference}</span>
                    {customer.siret && <span>{t('customer.siret', { siret: siret(customer.siret) })}</span>}
                    {customer.manager && <span>{t('customer.with', { name: customer.manager.name })}</span>}
                    {customer.tags?.length ? <Tags tags={customer.tags} /> : null}
                  </>
                ),
                actions: (
                  <>
                    {customer.email && (
                      <ActionIcon
                        component="a"
                        variant="default"
                        href={`mailto:${customer.email}`}
                        aria-label={t('customer.mailTo', { email: customer.email })}
                      >
                        <IconMail size={16} stroke={1.7} />
                      </ActionIcon>
                    )}
                    {customer.phone && (
                      <ActionIcon
                        component="a"
                        variant="default"
                        href={`tel:${customer.phone}`}
                        aria-label={t('customer.callTo', { phone: customer.phone })}
                      >
                        <IconPhone size={16} stroke={1.7} />
                      </ActionIcon>
                    )}
                    {customer.viewerCan.update && (
                      <ActionIcon variant="default" onClick={form.open} aria-label={t('customer.edit')}>
                        <IconPencil size={16} stroke={1.7} />
                      </ActionIcon>
                    )}
                    {permissions.includes('opportunity.create') && (
                      <Button leftSection={<IconPlus size={15} stroke={2} />} onClick={deal.open}>
                        {t('opportunity:new')}
                      </Button>
                    )}
                  </>
                ),
              }
            : undefined
        }
        kpis={customer && <CustomerKpis customer={customer} />}
        tabs={[
          { key: 'profile', label: t('customer.tab.profile'), panel: () => <Profile id={id} edit={form.open} /> },
          { key: 'activity', label: t('customer.tab.activity'), panel: () => <Activity id={id} /> },
          {
            key: 'opportunities',
            label: t('customer.tab.opportunities'),
            count: customer?.openDeals?.totalCount,
            panel: () => <Opportunities id={id} create={deal.open} />,
          },
          { key: 'purchases', label: t('customer.tab.purchases'), panel: () => <Purchases id={id} /> },
          ...(permissions.includes('document.read')
            ? [
                {
                  key: 'documents',
                  label: t('customer.tab.documents'),
                  count: customer?.documentStats?.count,
                  panel: () => <Documents id={id} />,
                },
              ]
            : []),
        ]}
      />
      {editing && edited && (
        <Suspense>
          <CustomerForm
            customer={{
              id,
              version: edited.version,
              kind: edited.kind,
              name: edited.name,
              siret: edited.siret ?? '',
              vatNumber: edited.vatNumber ?? '',
              email: edited.email ?? '',
              phone: edited.phone ?? '',
              website: edited.website ?? '',
              iban: '',
              tags: [...(edited.tags ?? [])],
              managerId: edited.manager?.id ?? null,
              resellerId: edited.reseller?.id ?? null,
              internalNote: '',
              customFields: {},
            }}
            close={form.close}
            reread={() => void refetch()}
          />
        </Suspense>
      )}
      {selling && (
        <Suspense>
          <OpportunityForm customerId={id} close={deal.close} />
        </Suspense>
      )}
    </>
  );
}
