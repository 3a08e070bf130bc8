import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MyAccountSections } from '../../shared/account/my-account';
import { SecurityLink } from '../../shared/account/security-link';
import { useViewer } from '../../shared/auth/session';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Person } from '../../shared/ui/who';
import { Company } from './company';

const Consents = panel(() => import('./consents'));
const Vehicles = panel(() => import('./vehicles'), 'contact', 'vehicle');
const Rights = panel(() => import('./rights'), 'rights');
const Readings = panel(() => import('./readings'), 'readings');

const ClientAccount = graphql(`
  query ClientAccount {
    customers(first: 20) { nodes { id name reference vehicles { id } workOrders { id } ...Company_customer } }
  }
`);

/** The client's own account, and what we know of their company and may do with it. */
export function Account() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ClientAccount);
  const companies = data?.customers.nodes ?? [];
  const company = companies.find(({ id }) => id === get('company')) ?? companies[0];
  return (
    <DetailScreen
      crumbs={[[t('nav.account')]]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      header={
        data && {
          mark: <Person name={viewer.name} size={44} only />,
          title: viewer.name,
          meta: (
            <>
              <span>{viewer.email}</span>
              {company && <span>{t('account.of', { name: company.name, reference: company.reference })}</span>}
            </>
          ),
          actions: (
            <>
              {companies.length > 1 && (
                <Select
                  aria-label={t('account.company')}
                  leftSection={<IconBuilding size={15} stroke={1.7} />}
                  data={companies.map(({ id, name }) => ({ value: id, label: name }))}
                  value={company?.id}
                  onChange={(id) => set({ company: id })}
                  allowDeselect={false}
                />
              )}
              <SecurityLink />
            </>
          ),
        }
      }
      tabs={
        data && [
          { key: 'me', label: t('account.me'), panel: () => <MyAccountSections /> },
          ...(company
            ? [
                { key: 'details', label: t('account.details'), panel: () => <Company customer={company} /> },
                ...(company.vehicles?.length || company.workOrders?.length
                  ? [{ key: 'vehicles', label: t('account.vehicles'), panel: () => <Vehicles customerId={company.id} /> }]
                  : []),
                { key: 'consents', label: t('account.consents'), panel: () => <Consents customerId={company.id} /> },
                { key: 'rights', label: t('account.rights'), panel: () => <Rights companies={companies} /> },
                { key: 'readings', label: t('account.readings'), panel: () => <Readings customerId={company.id} /> },
              ]
            : []),
        ]
      }
    />
  );
}
