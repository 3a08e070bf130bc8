import { useQuery } from '@apollo/client/react';
import { IconBriefcase, IconFolder, IconTarget } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UsePalette } from '../shared/frame/palette';
import { graphql } from '../shared/graphql/generated';
import { schedule } from './mission/when';

const PrestataireFind = graphql(`
  query PrestataireFind($search: String!) {
    missions(first: 5, direction: DESC, filter: { search: $search }) {
      nodes { id reference title scheduledStart scheduledEnd }
    }
    availableMissions(first: 4, filter: { search: $search }) { nodes { id reference title city } }
    projects(first: 4, filter: { search: $search }) { nodes { id reference name } }
  }
`);

const shortest = 2;

/** Ctrl+K finds missions, offers and projects by title or reference. */
export const usePalette: UsePalette = (query) => {
  const { t } = useTranslation();
  const search = query.trim();
  const { data } = useQuery(PrestataireFind, { variables: { search }, skip: search.length < shortest });
  if (!data || search.length < shortest) return { found: [], acts: [] };
  const missions = data.missions.nodes.map((mission) => ({
    id: mission.id,
    label: mission.title,
    description: `${mission.reference}, ${schedule(mission, t)}`,
    icon: IconBriefcase,
    href: `/missions/${mission.id}`,
  }));
  const offers = data.availableMissions.nodes.map(({ id, reference, title, city }) => ({
    id,
    label: title,
    description: [t('offers.one'), reference, city].filter(Boolean).join(', '),
    icon: IconTarget,
    href: `/offers/${id}`,
  }));
  const projects = data.projects.nodes.map(({ id, reference, name }) => ({
    id,
    label: name,
    description: reference,
    icon: IconFolder,
    href: `/projects/${id}`,
  }));
  return { found: [...missions, ...offers, ...projects], acts: [] };
};
