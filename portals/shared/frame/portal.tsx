import '@fontsource-variable/geist/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '../theme/base.css';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, type RouteObject, useRoutes } from 'react-router';
import { Gate } from '../auth/gate';
import { currentSession, onSession } from '../auth/session';
import { makeClient } from '../graphql/client';
import { type PortalWords, startWords } from '../i18n/i18n';
import { resolver, themeFor } from '../theme/theme';
import { ConfirmHost } from '../ui/confirm-host';
import { RowsSkeleton } from '../ui/skeletons';
import { Crash } from './crash';
import { NotFound } from './not-found';
import { Shell, type ShellProps } from './shell';

type PortalProps = ShellProps & { routes: RouteObject[]; words: PortalWords };

function Pages({ routes }: { routes: RouteObject[] }) {
  return <Suspense fallback={<RowsSkeleton />}>{useRoutes([...routes, { path: '*', element: <NotFound /> }])}</Suspense>;
}

function App({ routes, words: _, ...shell }: PortalProps) {
  const { i18n } = useTranslation();
  const [client] = useState(() => makeClient(shell.portal));
  // What one person read is not for the next one at this screen.
  useEffect(() => onSession(() => void (currentSession().state === 'signed-out' && client.clearStore())), [client]);
  // Drawn anew in another language, formats included.
  return (
    <MantineProvider key={i18n.language} theme={themeFor(shell.portal)} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <ConfirmHost />
      <Crash>
        <ApolloProvider client={client}>
          <BrowserRouter basename={`/${shell.portal}`}>
            <Gate portal={shell.portal}>
              <Shell {...shell}>
                <Crash>
                  <Pages routes={routes} />
                </Crash>
              </Shell>
            </Gate>
          </BrowserRouter>
        </ApolloProvider>
      </Crash>
    </MantineProvider>
  );
}

/** A whole portal in its `main.tsx`. */
export async function startPortal(props: PortalProps): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await startWords(props.words);
  createRoot(root).render(
    <StrictMode>
      <App {...props} />
    </StrictMode>,
  );
}
