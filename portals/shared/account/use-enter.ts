import { useState } from 'react';
import { signIn } from '../auth/session';
import type { Portal } from '../theme/palette';

/** Signs in with what was just chosen, and goes in. A second factor, or a mistake, is for the sign-in page. */
export function useEnter(portal: Portal) {
  const [entering, setEntering] = useState(false);
  const enter = async (email: string, password: string) => {
    setEntering(true);
    await signIn(email, password).catch(() => undefined);
    location.replace(`/${portal}/`);
  };
  return { enter, entering };
}
