import { useQuery } from '@apollo/client/react';
import type { Counts } from '../shared/frame/nav';
import { graphql } from '../shared/graphql/generated';

const ClientCounts = graphql(`
  query ClientCounts {
    projectStats { inProgress }
    invoices(first: 1, filter: { overdue: true }) { totalCount }
  }
`);

/** Beside the menu: projects under way, and invoices that are late. */
export function useCounts(): Counts {
  const { data } = useQuery(ClientCounts);
  if (!data) return {};
  const underWay = data.projectStats.inProgress;
  const late = data.invoices.totalCount;
  return {
    '/projects': underWay ? { count: underWay } : undefined,
    '/invoices': late ? { count: late, alert: true } : undefined,
  };
}
