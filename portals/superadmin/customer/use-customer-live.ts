import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../shared/graphql/generated';

const CustomerChanges = graphql(`
  subscription CustomerChanges($customerId: ID!) {
    customerChanged(customerId: $customerId) { topic id }
  }
`);

/** The page and its tabs: whichever of them are open read again what changed. */
const onThePage = new Set([
  'Customer360',
  'CustomerProfile',
  'CustomerActivity',
  'CustomerAnalyticsTab',
  'CustomerFinances',
  'CustomerDocuments',
  'CustomerConsents',
]);

/** One act often changes several things: they are read again together. */
const pauseMs = 150;

/** Another person's change appears without a reload. */
export function useCustomerLive(customerId: string): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(CustomerChanges, {
    variables: { customerId },
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void client.refetchQueries({
          include: 'active',
          onQueryUpdated: ({ queryName }) => onThePage.has(queryName ?? ''),
        });
      }, pauseMs);
    },
  });
}
