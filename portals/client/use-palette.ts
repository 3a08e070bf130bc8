import { useQuery } from '@apollo/client/react';
import { IconFile, IconFileInvoice, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { excerptText } from '../shared/document/excerpt';
import type { UsePalette } from '../shared/frame/palette';
import { graphql } from '../shared/graphql/generated';
import { date, money } from '../shared/ui/format';

const ClientFind = graphql(`
  query ClientFind($search: String!) {
    projects(first: 4, filter: { search: $search }) { nodes { id reference name } }
    invoices(first: 4, filter: { search: $search }) { nodes { id number title totalCents currency issuedOn } }
    documents(first: 4, filter: { search: $search }) { nodes { id name createdAt excerpt(search: $search) { page pieces { text found } } } }
  }
`);

const shortest = 2;

/** Ctrl+K finds projects and invoices by name or number, and documents by what stands in them too. */
export const usePalette: UsePalette = (query) => {
  const { t } = useTranslation();
  const search = query.trim();
  const { data } = useQuery(ClientFind, { variables: { search }, skip: search.length < shortest });
  const acts = [
    { id: 'pay', label: t('pay.title'), icon: IconFileInvoice, href: '/invoices?pay=all' },
    { id: 'drop', label: t('documents.add'), icon: IconFile, href: '/documents' },
  ];
  if (!data || search.length < shortest) return { found: [], acts };
  const projects = data.projects.nodes.map(({ id, reference, name }) => ({
    id,
    label: name,
    description: reference,
    icon: IconFolder,
    href: `/projects/${id}`,
  }));
  const invoices = data.invoices.nodes.map(({ id, number, title, totalCents, currency }) => ({
    id,
    label: t('invoice.title', { number }),
    description: `${title}, ${money(totalCents, currency)}`,
    icon: IconFileInvoice,
    href: `/invoices/${id}`,
  }));
  const documents = data.documents.nodes.map(({ id, name, createdAt, excerpt }) => ({
    id,
    label: name,
    description: excerpt ? excerptText(excerpt) : t('documents.on', { date: date(createdAt) }),
    icon: IconFile,
    href: `/documents?open=${id}`,
  }));
  return { found: [...projects, ...invoices, ...documents], acts };
};
