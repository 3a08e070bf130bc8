import '../theme/mantine-inside.css';
import '@mantine/notifications/styles.layer.css';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Notifications } from '@mantine/notifications';
import { Suspense } from 'react';
import { BrowserRouter, type RouteObject, useRoutes } from 'react-router';
import { currentSession, onSession, useViewer } from '../auth/session';
import { makeClient } from '../graphql/client';
import type { Portal } from '../theme/palette';
import { ConfirmHost } from '../ui/confirm-host';
import { RowsSkeleton } from '../ui/skeletons';
import { Crash } from './crash';
import { NotFound } from './not-found';
import { panel } from './screen';
import { Shell, type ShellProps } from './shell';

type PagesProps = ShellProps & { routes: RouteObject[] };

let client: ApolloClient | undefined;

/** One a page, whatever is drawn anew. What one person read is not for the next one at this screen. */
function clientFor(portal: Portal): ApolloClient {
  if (client) return client;
  const made = makeClient(portal);
  onSession(() => void (currentSession().state === 'signed-out' && made.clearStore()));
  client = made;
  return made;
}

function Pages({ routes }: Pick<PagesProps, 'routes'>) {
  return <Suspense fallback={<RowsSkeleton />}>{useRoutes([...routes, { path: '*', element: <NotFound /> }])}</Suspense>;
}

const SecondFactorDue = panel(() => import('../account/second-factor-due.screen'), 'security', 'second-factor-due');

/** A whole portal behind its sign-in, in its `portal.tsx`. */
export function PortalPages({ routes, ...shell }: PagesProps) {
  const { secondFactorDue } = useViewer();
  return (
    <ApolloProvider client={clientFor(shell.portal)}>
      <Notifications position="bottom-left" />
      <ConfirmHost />
      <BrowserRouter basename={`/${shell.portal}`}>
        {secondFactorDue ? (
          <Suspense fallback={<RowsSkeleton />}>
            <SecondFactorDue />
          </Suspense>
        ) : (
          <Shell {...shell}>
            <Crash>
              <Pages routes={routes} />
            </Crash>
          </Shell>
        )}
      </BrowserRouter>
    </ApolloProvider>
  );
}
