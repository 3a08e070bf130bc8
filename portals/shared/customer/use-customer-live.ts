import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../graphql/generated';

const CustomerChanges = graphql(`
  subscription CustomerChanges($customerId: ID!) {
    customerChanged(customerId: $customerId) { topic id by { id name } }
  }
`);

/** One act often changes several things: they are read again together. */
const pauseMs = 150;

/** What changed, and who did that where it is known. */
export type Told = { id: string; by: { id: string; name: string } | null };

/**
 * Another person's change to a customer, or to anything of theirs, appears without a reload.
 * @param reads tells the queries of the page: whichever of them are open are read again.
 * @param hear is told of each change as it comes.
 */
export function useCustomerLive(
  customerId: string | undefined,
  reads: (query: string) => boolean,
  hear?: (change: Told) => void,
): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(CustomerChanges, {
    variables: { customerId: customerId ?? '' },
    skip: !customerId,
    ignoreResults: true,
    onData: ({ data }) => {
      if (data.data) hear?.(data.data.customerChanged as Told);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void client.refetchQueries({ include: 'active', onQueryUpdated: ({ queryName }) => reads(queryName ?? '') });
      }, pauseMs);
    },
  });
}
