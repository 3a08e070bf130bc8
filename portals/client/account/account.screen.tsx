import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { CompanyMark, Person } from '../../shared/ui/who';
import { Company } from './company';

const Consents = panel(() => import('./consents'));

const ClientAccount = graphql(`
  query ClientAccount {
    customers(first: 20) { nodes { id name reference kind ...Company_customer } }
  }
`);

/** What we know of the client's company, and what we may do with it. */
export function Account() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const { data, error, refetch } = useQuery(ClientAccount);
  const companies = data?.customers.nodes ?? [];
  const company = companies.find(({ id }) => id === get('company')) ?? companies[0];
  return (
    <DetailScreen
      crumbs={[[t('nav.account')]]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data && !company}
      header={
        company && {
          mark:
            company.kind === 'COMPANY' ? (
              <CompanyMark name={company.name} size={44} />
            ) : (
              <Person name={company.name} size={44} only />
            ),
          title: company.name,
          meta: <span>{t('account.reference', { reference: company.reference })}</span>,
          actions: companies.length > 1 && (
            <Select
              aria-label={t('account.company')}
              leftSection={<IconBuilding size={15} stroke={1.7} />}
              data={companies.map(({ id, name }) => ({ value: id, label: name }))}
              value={company.id}
              onChange={(id) => set({ company: id })}
              allowDeselect={false}
            />
          ),
        }
      }
      tabs={
        company && [
          { key: 'details', label: t('account.details'), panel: () => <Company customer={company} /> },
          { key: 'consents', label: t('account.consents'), panel: () => <Consents customerId={company.id} /> },
        ]
      }
    />
  );
}
