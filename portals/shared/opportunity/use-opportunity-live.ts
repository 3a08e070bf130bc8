import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../graphql/generated';

const OpportunityChanges = graphql(`
  subscription OpportunityChanges($id: ID) {
    opportunityChanged(id: $id) { id }
  }
`);

/** A deal moved and its sums are told at the same moment: read together. */
const pauseMs = 150;

/** Another person’s change appears without a reload: the named query is read again. */
export function useOpportunityLive(query: string, id?: string): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(OpportunityChanges, {
    variables: { id },
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => void client.refetchQueries({ include: 'active', onQueryUpdated: ({ queryName }) => queryName === query }),
        pauseMs,
      );
    },
  });
}
