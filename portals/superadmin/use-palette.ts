import { useQuery } from '@apollo/client/react';
import { IconAddressBook, IconBriefcase, IconFile, IconFileInvoice, IconFolders, IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../shared/auth/session';
import { excerptText } from '../shared/document/excerpt';
import type { UsePalette } from '../shared/frame/palette';
import { graphql } from '../shared/graphql/generated';
import { money } from '../shared/ui/format';

const AdminFind = graphql(`
  query AdminFind($search: String!) {
    searchCustomers(first: 5, search: $search) { id name reference }
    invoices(first: 4, filter: { search: $search }) { nodes { id number title totalCents currency customer { id name } } }
    projects(first: 4, filter: { search: $search }) { nodes { id reference name customer { id name } } }
    documents(first: 4, filter: { search: $search }) {
      nodes { id name customer { id name } excerpt(search: $search) { page pieces { text found } } }
    }
    missions(first: 3, filter: { search: $search }) { nodes { id reference title } }
  }
`);

const shortest = 2;

/** Ctrl+K finds customers, invoices, projects, missions and documents, these by what stands in them too; and begins what one begins most. */
export const usePalette: UsePalette = (query) => {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const search = query.trim();
  const { data } = useQuery(AdminFind, { variables: { search }, skip: search.length < shortest });
  const acts = [
    { id: 'new-invoice', label: t('invoices.new'), icon: IconFileInvoice, href: '/invoices/new', permission: 'invoice.create' },
    { id: 'new-project', label: t('projects.new'), icon: IconFolders, href: '/projects/new', permission: 'project.create' },
    { id: 'new-mission', label: t('missions.new'), icon: IconBriefcase, href: '/missions/new', permission: 'mission.create' },
    { id: 'import', label: t('imports.new.ORDERS'), icon: IconTableImport, href: '/imports', permission: 'order.import' },
    {
      id: 'import-customers',
      label: t('imports.new.CUSTOMERS'),
      icon: IconTableImport,
      href: '/imports?what=CUSTOMERS',
      permission: 'customer.import',
    },
  ].filter(({ permission }) => permissions.includes(permission));
  if (!data || search.length < shortest) return { found: [], acts };
  const customers = data.searchCustomers.map(({ id, name, reference }) => ({
    id,
    label: name,
    description: reference,
    icon: IconAddressBook,
    href: `/customers/${id}`,
  }));
  const invoices = data.invoices.nodes.map(({ id, number, title, totalCents, currency, customer }) => ({
    id,
    label: number ? t('invoices.titled', { number }) : `${t('invoices.draft')}, ${title}`,
    description: `${customer.name}, ${money(totalCents, currency)}`,
    icon: IconFileInvoice,
    href: `/invoices/${id}`,
  }));
  const projects = data.projects.nodes.map(({ id, reference, name, customer }) => ({
    id,
    label: name,
    description: [reference, customer?.name].filter(Boolean).join(', '),
    icon: IconFolders,
    href: `/projects/${id}`,
  }));
  const missions = data.missions.nodes.map(({ id, reference, title }) => ({
    id,
    label: title,
    description: reference,
    icon: IconBriefcase,
    href: `/missions/${id}`,
  }));
  const documents = data.documents.nodes.map(({ id, name, customer, excerpt }) => ({
    id,
    label: name,
    description: [customer?.name, excerpt && excerptText(excerpt)].filter(Boolean).join(' · '),
    icon: IconFile,
    href: `/customers/${customer?.id}?tab=documents&open=${id}`,
  }));
  return { found: [...customers, ...invoices, ...projects, ...missions, ...documents], acts };
};
