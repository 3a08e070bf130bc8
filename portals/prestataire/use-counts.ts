import { useQuery } from '@apollo/client/react';
import type { Counts } from '../shared/frame/nav';
import { graphql } from '../shared/graphql/generated';

const PrestataireCounts = graphql(`
  query PrestataireCounts {
    missionStats { assigned inProgress available }
  }
`);

/** Beside the menu: missions to do, and offers to answer. */
export function useCounts(): Counts {
  const { data } = useQuery(PrestataireCounts);
  if (!data) return {};
  const { assigned, inProgress, available } = data.missionStats;
  const open = assigned + inProgress;
  return {
    '/missions': open ? { count: open } : undefined,
    '/offers': available ? { count: available } : undefined,
  };
}
