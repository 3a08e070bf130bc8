import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../graphql/generated';

const CustomerChanges = graphql(`
  subscription CustomerChanges($customerId: ID!) {
    customerChanged(customerId: $customerId) { topic id }
  }
`);

/** One act often changes several things: they are read again together. */
const pauseMs = 150;

/**
 * Another person's change to a customer, or to anything of theirs, appears without a reload.
 * @param reads tells the queries of the page: whichever of them are open are read again.
 */
export function useCustomerLive(customerId: string | undefined, reads: (query: string) => boolean): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(CustomerChanges, {
    variables: { customerId: customerId ?? '' },
    skip: !customerId,
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void client.refetchQueries({ include: 'active', onQueryUpdated: ({ queryName }) => reads(queryName ?? '') });
      }, pauseMs);
    },
  });
}
