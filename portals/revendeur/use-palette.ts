import { useQuery } from '@apollo/client/react';
import { IconAddressBook, IconLayoutKanban, IconTargetArrow, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../shared/auth/session';
import type { UsePalette } from '../shared/frame/palette';
import { graphql } from '../shared/graphql/generated';
import { moneyRound } from '../shared/ui/format';

const RevendeurFind = graphql(`
  query RevendeurFind($search: String!) {
    searchCustomers(first: 5, search: $search) { id name reference }
    opportunities(first: 5, filter: { search: $search }, sort: UPDATED_AT) {
      nodes { id title prospectName amountCents currency customer { id name } }
    }
  }
`);

const shortest = 2;

/** Ctrl+K finds one's customers and opportunities, and begins new ones. */
export const usePalette: UsePalette = (query) => {
  const { t } = useTranslation(['portal', 'opportunity', 'customer']);
  const { permissions } = useViewer();
  const search = query.trim();
  const { data } = useQuery(RevendeurFind, { variables: { search }, skip: search.length < shortest });
  const acts = [
    {
      id: 'new-opportunity',
      label: t('opportunity:new'),
      icon: IconTargetArrow,
      href: '/pipeline?new=first',
      may: 'opportunity.create',
    },
    { id: 'new-customer', label: t('customer:new'), icon: IconUserPlus, href: '/customers?new=yes', may: 'customer.create' },
  ].filter(({ may }) => permissions.includes(may));
  if (!data || search.length < shortest) return { found: [], acts };
  const customers = data.searchCustomers.map(({ id, name, reference }) => ({
    id,
    label: name,
    description: reference,
    icon: IconAddressBook,
    href: `/customers/${id}`,
  }));
  const opportunities = data.opportunities.nodes.map(({ id, title, prospectName, amountCents, currency, customer }) => ({
    id,
    label: title,
    description: [customer?.name ?? prospectName, moneyRound(amountCents, currency)].filter(Boolean).join(', '),
    icon: IconLayoutKanban,
    href: `/opportunities/${id}`,
  }));
  return { found: [...customers, ...opportunities], acts };
};
