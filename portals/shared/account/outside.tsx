import { ApolloProvider } from '@apollo/client/react';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Starting } from '../auth/gate';
import { renew, useSession } from '../auth/session';
import { makeClient } from '../graphql/client';
import type { Portal } from '../theme/palette';

/** Around the pages in front of the door: what asks the server, and whoever is signed in already. */
export function Outside({ portal, children }: { portal: Portal; children: ReactNode }) {
  const [client] = useState(() => makeClient(portal));
  const session = useSession();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    renew().catch(() => setAway(true));
  }, []);
  // Whoever can't be reached is told so by the page itself, when it asks.
  if (session.state === 'starting' && !isAway) return <Starting />;
  return (
    <ApolloProvider client={client}>
      <Notifications position="bottom-left" />
      <Suspense fallback={<Starting />}>{children}</Suspense>
    </ApolloProvider>
  );
}
