import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../shared/graphql/generated';

const RevendeurCustomerChanges = graphql(`
  subscription RevendeurCustomerChanges($customerId: ID!) {
    customerChanged(customerId: $customerId) { topic id }
  }
`);

/** The page and its tabs begin so: whichever of them are open read again what changed. */
const ours = 'RevendeurCustomer';
/** One act often changes several things: they are read again together. */
const pauseMs = 150;

/** Another person’s change appears without a reload. */
export function useCustomerLive(customerId: string): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(RevendeurCustomerChanges, {
    variables: { customerId },
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void client.refetchQueries({
          include: 'active',
          onQueryUpdated: ({ queryName }) => Boolean(queryName?.startsWith(ours)),
        });
      }, pauseMs);
    },
  });
}
