import { useQuery } from '@apollo/client/react';
import type { Counts } from '../shared/frame/nav';
import { graphql } from '../shared/graphql/generated';

const RevendeurCounts = graphql(`
  query RevendeurCounts {
    dashboard { toDo { kind count } }
  }
`);

/** Beside the menu: decisions that were expected by now. */
export function useCounts(): Counts {
  const { data } = useQuery(RevendeurCounts);
  const past = data?.dashboard.toDo.find(({ kind }) => kind === 'OPPORTUNITIES_PAST');
  return past ? { '/pipeline': { count: past.count, alert: true } } : {};
}
