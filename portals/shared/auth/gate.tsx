import { Center } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../frame/screen';
import { followViewer } from '../i18n/i18n';
import type { Portal } from '../theme/palette';
import { Failure, type Problem } from '../ui/failure';
import css from './gate.module.css';
import { NoAccess } from './no-access';
import { Refused, renew, useSession } from './session';
import { SignIn } from './sign-in';
import { viewedIn } from './viewed';

const ViewOver = lazy(() => withWords(() => import('./view-over'), 'viewing'));

/** The mark that `index.html` shows already. */
export function Starting() {
  const { t } = useTranslation('auth');
  return (
    <main className={css.starting} aria-busy="true">
      <h1 className="vh">
        <span role="status">{t('starting')}</span>
      </h1>
      <img src={`${import.meta.env.BASE_URL}prisme.svg`} alt="" width={40} height={40} />
    </main>
  );
}

/** Opens the session from its cookie, then shows the portal, the sign-in page, or the doors that are open. `prepare` fetches the portal for whoever signs in. */
export function Gate({ portal, prepare, children }: { portal: Portal; prepare: () => void; children: ReactNode }) {
  const session = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [as] = useState(() => viewedIn(portal));
  const [starting, setStarting] = useState(true);
  const open = useCallback(() => {
    setProblem(undefined);
    const begin = async () => {
      if ((await renew()) && as) await (await import('./view-as')).startViewing(portal, as);
      setStarting(false);
    };
    begin().catch((error) => setProblem(error instanceof Refused ? error.problem : { code: 'NETWORK' }));
  }, [portal, as]);
  useEffect(open, [open]);
  const locale = session.state === 'signed-in' ? session.viewer.locale : undefined;
  useEffect(() => {
    if (locale !== undefined) void followViewer(locale);
  }, [locale]);

  if (problem && starting)
    return (
      <Center component="main" mih="100dvh">
        <Failure page problem={problem} retry={open} />
      </Center>
    );
  if (starting || session.state === 'starting') return <Starting />;
  if (session.state === 'view-over')
    return (
      <Suspense fallback={<Starting />}>
        <ViewOver />
      </Suspense>
    );
  if (session.state === 'signed-out') return <SignIn portal={portal} prepare={prepare} />;
  if (!session.viewer.portals.includes(portal)) return <NoAccess portal={portal} viewer={session.viewer} />;
  return children;
}
