import type { ComponentType } from 'react';
import type { Portal } from '../theme/palette';
import { panel } from './screen';

/** `prepare` fetches what is behind the sign-in. */
type LetterProps = { portal: Portal; prepare: () => void };

const Outside = panel(() => import('../account/outside'));

/** A page in front of the door that asks the server. */
function outside(
  load: () => Promise<Record<string, ComponentType<LetterProps>>>,
  ...words: string[]
): ComponentType<LetterProps> {
  const Screen = panel(load, 'way-in', ...words);
  return (props) => (
    <Outside portal={props.portal}>
      <Screen {...props} />
    </Outside>
  );
}

/** Pages for whoever is signed in or not, most of them where links in mails lead to. Each is loaded when it is asked for. */
const pages: Record<string, ComponentType<LetterProps>> = {
  'end-session': panel(() => import('../account/end-session.screen'), 'end-session', 'way-in'),
  'forgot-password': outside(() => import('../account/forgot-password.screen')),
  'reset-password': outside(() => import('../account/reset-password.screen')),
  register: outside(() => import('../account/register.screen')),
  'confirm-account': outside(() => import('../account/confirm-account.screen')),
  'confirm-email': outside(() => import('../account/confirm-email.screen')),
  'sign-in-link': outside(() => import('../account/sign-in-link.screen')),
  invitation: outside(() => import('../account/invitation.screen')),
  preferences: outside(() => import('../preference/preferences.screen'), 'consent', 'preferences', 'way-in'),
  'confirm-consent': outside(() => import('../preference/confirm-consent.screen'), 'consent', 'preferences', 'way-in'),
};

/** The one at this address: /client/end-session#… */
export const letterPage = (): ComponentType<LetterProps> | undefined => pages[location.pathname.split('/')[2] ?? ''];
