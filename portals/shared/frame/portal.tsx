import '@fontsource-variable/geist/wght.css';
import '../theme/mantine-entrance.css';
import '../theme/base.css';
import { MantineProvider } from '@mantine/core';
import { type ComponentType, lazy, StrictMode, Suspense, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { Gate, Starting } from '../auth/gate';
import { startWords } from '../i18n/i18n';
import type { Portal } from '../theme/palette';
import { resolver, themeFor } from '../theme/theme';
import { Crash } from './crash';
import { letterPage } from './letter-pages';

/** A portal's `portal.tsx`: all that is behind the sign-in, as one component; `prepare` fetches the screen it will show first. */
export type PortalModule = { Inside: ComponentType; prepare: () => void };

/** What everybody sees, and around it what only those see who are signed in. */
export async function startPortal(portal: Portal, load: () => Promise<PortalModule>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await startWords();
  const Inside = lazy(async () => ({ default: (await load()).Inside }));
  const Letter = letterPage();
  const prepare = () => void load().catch(() => undefined);
  function App() {
    const { i18n } = useTranslation();
    // Drawn anew in another language, formats included.
    return (
      <MantineProvider key={i18n.language} theme={themeFor(portal)} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <Crash>
          {Letter ? (
            <Suspense fallback={<Starting />}>
              <Letter portal={portal} prepare={prepare} />
            </Suspense>
          ) : (
            <Gate portal={portal} prepare={prepare}>
              <Suspense fallback={<Starting />}>
                <Inside />
              </Suspense>
            </Gate>
          )}
        </Crash>
      </MantineProvider>
    );
  }
  // In slices, so that a slow device answers meanwhile.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
