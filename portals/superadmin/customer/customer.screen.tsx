import { useQuery } from '@apollo/client/react';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { editedOf } from '../../shared/customer/customer-edit';
import { CustomerMark } from '../../shared/customer/customer-mark';
import { CustomerStatus } from '../../shared/customer/customer-status';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { useLast } from '../../shared/ui/use-last';
import { CustomerExport } from '../export/customer-export';
import { CustomerActions } from './customer-actions';
import { CustomerAlerts } from './customer-alerts';
import { CustomerFacts } from './customer-header';
import { CustomerKpis } from './customer-kpis';
import { CustomerLifecycle } from './customer-lifecycle';
import { CustomerOthers } from './customer-others';
import { CustomerRail } from './customer-rail';
import { CustomerSegments } from './customer-segments';
import { CustomerTogether } from './customer-together';

const CustomerForm = lazy(() => import('../../shared/customer/customer-form'));
const Twins = panel(() => import('../duplicate/customer-twins'), 'duplicates');
const Profile = panel(() => import('./customer-profile'), 'contact', 'customer', 'customers', 'vehicle');
const Activity = panel(() => import('./customer-activity'));
const Analytics = panel(() => import('./customer-analytics'));
const Finances = panel(() => import('./customer-finances'), 'customer', 'customers', 'invoice', 'orders');
const Documents = panel(() => import('./customer-documents'));
const Consents = panel(() => import('./customer-consents'));

/** All that the first view shows. Every field is tied to its relation, so that the server answers it by one statement. */
const Customer360 = graphql(`
  query Customer360($id: ID!) {
    customer(id: $id) {
      id name kind status
      ...CustomerEdit_customer
      ...CustomerFacts_customer
      ...CustomerActions_customer
      ...CustomerExport_customer
      ...CustomerKpis_customer
      ...CustomerAlerts_customer
      ...CustomerLifecycle_customer
      ...CustomerRail_customer
      financialSummary { openCount }
      documentStats { count }
    }
  }
`);

/** The page and its tabs: whichever of them are open read again what changed. */
const queries = new Set([
  'Customer360',
  'CustomerTwins',
  'CustomerProfile',
  'AdminCustomerAccess',
  'CustomerActivity',
  'CustomerAnalyticsTab',
  'CustomerFinances',
  'CustomerDocuments',
  'CustomerConsents',
]);
const onThePage = (query: string) => queries.has(query);

export function Customer() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data: answer, error, refetch } = useQuery(Customer360, { variables: { id } });
  const data = useSliced(answer);
  const [editing, form] = useDisclosure(false);
  const customer = data?.customer;
  const edited = useLast(customer);
  // Who was merged into another is found under their old address, and stands at the other's from then on.
  const now = customer?.id;
  useEffect(() => {
    if (now && now !== id) void navigate(`/customers/${now}`, { replace: true });
  }, [now, id, navigate]);
  return (
    <CustomerTogether customerId={id} page reads={onThePage}>
      <DetailScreen
        crumbs={[[t('customers.title'), '/customers'], [customer?.name ?? '…']]}
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
                    <CustomerFacts customer={customer} />
                    <CustomerSegments id={customer.id} />
                  </>
                ),
                actions: (
                  <>
                    <CustomerOthers />
                    <CustomerExport customer={customer} />
                    <CustomerActions customer={customer} edit={form.open} />
                  </>
                ),
              }
            : undefined
        }
        kpis={customer && <CustomerKpis customer={customer} />}
        alerts={
          customer && (
            <>
              <CustomerAlerts customer={customer} edit={form.open} />
              <Suspense>
                <Twins id={customer.id} />
              </Suspense>
            </>
          )
        }
        steps={customer && <CustomerLifecycle customer={customer} />}
        tabs={[
          { key: 'profile', label: t('customer.tab.profile'), panel: () => <Profile id={id} edit={form.open} /> },
          { key: 'activity', label: t('customer.tab.activity'), panel: () => <Activity id={id} /> },
          { key: 'analytics', label: t('customer.tab.analytics'), panel: () => <Analytics id={id} /> },
          {
            key: 'finances',
            label: t('customer.tab.finances'),
            count: customer?.financialSummary?.openCount,
            panel: () => <Finances id={id} />,
          },
          {
            key: 'documents',
            label: t('customer.tab.documents'),
            count: customer?.documentStats?.count,
            panel: () => <Documents id={id} />,
          },
          { key: 'consents', label: t('customer.tab.consents'), panel: () => <Consents id={id} /> },
        ]}
        rail={customer && <CustomerRail customer={customer} />}
      />
      {editing && edited && (
        <Suspense>
          <CustomerForm
            ours
            customer={editedOf(edited)}
            close={form.close}
            saved={(saved) => saved !== id && void navigate(`/customers/${saved}`)}
            reread={() => void refetch()}
          />
        </Suspense>
      )}
    </CustomerTogether>
  );
}
