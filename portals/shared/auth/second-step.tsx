import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Portal, portals } from '../theme/palette';
import css from './entrance.module.css';
import { signInWithPasskey } from './passkey-sign-in';
import { passkeysWork } from './passkeys';
import { VerifyTwoFactor } from './second-step.operations';
import { ask, type Challenge, enter, type Mistake, Refused } from './session';

type SecondStepProps = {
  challenge: Challenge;
  door: Portal;
  entered: () => void;
  /** Back to the first step, with what is to be said there. */
  back: (message?: string) => void;
};

/** After the password: a code of the app, a passkey, or a recovery code. */
export default function SecondStep({ challenge, door, entered, back }: SecondStepProps) {
  const { t } = useTranslation('challenge');
  const byApp = challenge.methods.includes('TOTP');
  const byPasskey = challenge.methods.includes('PASSKEY') && passkeysWork();
  const [recovery, setRecovery] = useState(false);
  const [remember, setRemember] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState<'code' | 'passkey'>();
  const typing = byApp || recovery;

  /** Says what is wrong here, or where the sign-in is over, at the first step. */
  function told(mistakes: readonly Mistake[]): void {
    const [mistake] = mistakes;
    if (!mistake) entered();
    else if (mistake.code === 'CHALLENGE_OVER') back(mistake.message);
    else setError(mistake.message);
  }

  async function attempt(how: 'code' | 'passkey', work: () => Promise<readonly Mistake[] | null>): Promise<void> {
    setPending(how);
    setError(undefined);
    try {
      const mistakes = await work();
      if (mistakes) told(mistakes);
      else setError(t('passkeyStopped'));
    } catch (problem) {
      setError((problem instanceof Refused && problem.message) || t('ui:failure.NETWORK.text'));
    } finally {
      setPending(undefined);
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    if (!code) setError(t('auth:required'));
    else
      void attempt('code', async () => {
        const input = { challengeId: challenge.id, code, rememberDevice: remember };
        const { verifyTwoFactor } = await ask(VerifyTwoFactor, { input });
        enter(verifyTwoFactor);
        return verifyTwoFactor.userErrors;
      });
  }

  const passkeyButton = (main: boolean) => (
    <Button
      variant={main ? 'filled' : 'default'}
      color={main ? portals[door].color : undefined}
      fullWidth
      leftSection={<IconKey size={16} stroke={1.7} />}
      loading={pending === 'passkey'}
      onClick={() => void attempt('passkey', () => signInWithPasskey(challenge.id, remember))}
    >
      {t('byPasskey')}
    </Button>
  );

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <p className={css.hint} role={typing ? undefined : 'status'}>
        {t(recovery ? 'recoveryText' : byApp ? 'appText' : byPasskey ? 'passkeyText' : 'recoveryOnlyText')}
      </p>
      {error && !typing && (
        <p className={css.alert} role="alert">
          {error}
        </p>
      )}
      {typing && (
        <TextInput
          key={recovery ? 'recovery' : 'app'}
          label={t(recovery ? 'recoveryCode' : 'code')}
          name="code"
          data-autofocus
          autoFocus
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          autoCapitalize="characters"
          spellCheck={false}
          error={error}
        />
      )}
      <Checkbox label={t('remember')} checked={remember} onChange={(event) => setRemember(event.currentTarget.checked)} />
      {typing ? (
        <Button type="submit" color={portals[door].color} fullWidth loading={pending === 'code'}>
          {t(`portals:${door}.enter`)}
        </Button>
      ) : (
        byPasskey && passkeyButton(true)
      )}
      {typing && byPasskey && passkeyButton(false)}
      <div className={css.ways}>
        {challenge.methods.includes('RECOVERY_CODE') && (
          <button
            type="button"
            onClick={() => {
              setRecovery(!recovery);
              setError(undefined);
            }}
          >
            {t(recovery ? 'noRecovery' : 'useRecovery')}
          </button>
        )}
        <button type="button" onClick={() => back()}>
          {t('back')}
        </button>
      </div>
    </form>
  );
}
