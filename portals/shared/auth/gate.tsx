import { Center, Loader } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followViewer } from '../i18n/i18n';
import type { Portal } from '../theme/palette';
import { Failure } from '../ui/failure';
import { NoAccess } from './no-access';
import { renew, useSession } from './session';
import { SignIn } from './sign-in';

/** Opens the session from its cookie, then shows the portal, the sign-in page, or the doors that are open. */
export function Gate({ portal, children }: { portal: Portal; children: ReactNode }) {
  const { t } = useTranslation('auth');
  const session = useSession();
  const [away, setAway] = useState(false);
  const open = useCallback(() => {
    setAway(false);
    renew().catch(() => setAway(true));
  }, []);
  useEffect(open, [open]);
  const locale = session.state === 'signed-in' ? session.viewer.locale : undefined;
  useEffect(() => {
    if (locale !== undefined) void followViewer(locale);
  }, [locale]);

  if (away && session.state === 'starting')
    return (
      <Center component="main" mih="100dvh">
        <Failure page problem={{ code: 'NETWORK' }} retry={open} />
      </Center>
    );
  if (session.state === 'starting')
    return (
      <Center component="main" mih="100dvh" role="status" aria-label={t('starting')}>
        <Loader size="sm" color="gray" />
      </Center>
    );
  if (session.state === 'signed-out') return <SignIn portal={portal} />;
  if (!session.viewer.portals.includes(portal)) return <NoAccess portal={portal} viewer={session.viewer} />;
  return children;
}
