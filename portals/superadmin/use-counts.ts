import { useQuery } from '@apollo/client/react';
import type { Counts } from '../shared/frame/nav';
import { graphql } from '../shared/graphql/generated';

const AdminCounts = graphql(`
  query AdminCounts {
    missionStats { delivered }
    projectStats { late }
    invoices(first: 1, filter: { overdue: true }) { totalCount }
  }
`);

/** Beside the menu: what is late, and what waits for an answer. */
export function useCounts(): Counts {
  const { data } = useQuery(AdminCounts);
  if (!data) return {};
  const shown = (count: number, alert = false) => (count ? { count, alert } : undefined);
  return {
    '/missions': shown(data.missionStats.delivered),
    '/projects': shown(data.projectStats.late, true),
    '/invoices': shown(data.invoices.totalCount, true),
  };
}
