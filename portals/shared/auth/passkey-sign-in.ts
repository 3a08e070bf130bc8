import { startAuthentication } from '@simplewebauthn/browser';
import { FinishPasskeySignIn, StartPasskeySignIn } from './second-step.operations';
import { ask, enter, type Mistake } from './session';

type PasskeyOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Signs in with a passkey: on its own, or for the sign-in that waits for it. Answers what is wrong; null where the person let it be. */
export async function signInWithPasskey(
  challengeId: string | null = null,
  rememberDevice = false,
): Promise<readonly Mistake[] | null> {
  const { startPasskeySignIn: start } = await ask(StartPasskeySignIn, { input: { challengeId } });
  if (!start.id) return start.userErrors;
  const response = await startAuthentication({ optionsJSON: start.options as PasskeyOptions }).catch(() => null);
  if (!response) return null;
  const { finishPasskeySignIn: finish } = await ask(FinishPasskeySignIn, {
    input: { id: start.id, response, challengeId, rememberDevice },
  });
  enter(finish);
  return finish.userErrors;
}
