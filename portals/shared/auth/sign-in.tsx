import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../frame/screen';
import { type Portal, portals } from '../theme/palette';
import { DoorChoice } from './doors';
import { Entrance } from './entrance';
import css from './entrance.module.css';
import { MoreWays } from './more-ways';
import { passkeysWork } from './passkeys';
import { type Challenge, Refused, signIn } from './session';

/** Most people come back signed in: what only some need comes when they do. */
const SecondStep = lazy(() => withWords(() => import('./second-step'), 'challenge'));

type Errors = { email?: string; password?: string; other?: string };

/** Four doors, one form. Another door than this portal's opens there: one session serves all four. */
export function SignIn({ portal, prepare }: { portal: Portal; prepare: () => void }) {
  const { t } = useTranslation('auth');
  const [door, setDoor] = useState<Portal>(portal);
  const [errors, setErrors] = useState<Errors>({});
  const [pending, setPending] = useState(false);
  const [challenge, setChallenge] = useState<Challenge>();

  const entered = () => {
    if (door !== portal) location.assign(`/${door}/`);
  };

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email')).trim();
    const password = String(form.get('password'));
    if (!email || !password) {
      setErrors({ email: email ? undefined : t('required'), password: password ? undefined : t('required') });
      return;
    }
    setPending(true);
    setErrors({});
    try {
      const result = await signIn(email, password);
      const at = (field: string) => result.errors.find(({ path }) => path.at(-1) === field)?.message;
      const other = result.errors.find(({ path }) => !['email', 'password'].includes(path.at(-1) ?? ''))?.message;
      setErrors({ email: at('email'), password: at('password'), other });
      if (result.challenge) setChallenge(result.challenge);
      else if (!result.errors.length) entered();
    } catch (error) {
      setErrors({ other: (error instanceof Refused && error.message) || t('ui:failure.NETWORK.text') });
    } finally {
      setPending(false);
    }
  }

  async function byPasskey(): Promise<void> {
    setErrors({});
    try {
      const { signInWithPasskey } = await import('./passkey-sign-in');
      const mistakes = await signInWithPasskey();
      if (mistakes?.length === 0) entered();
      else setErrors({ other: mistakes?.[0]?.message ?? t('passkeyStopped') });
    } catch (error) {
      setErrors({ other: (error instanceof Refused && error.message) || t('ui:failure.NETWORK.text') });
    }
  }

  if (challenge)
    return (
      <Entrance chosen={door}>
        <h2 className={css.ask}>{t('confirm')}</h2>
        <DoorChoice door={door} choose={setDoor} />
        <Suspense>
          <SecondStep
            challenge={challenge}
            door={door}
            entered={entered}
            back={(message) => {
              setChallenge(undefined);
              setErrors({ other: message });
            }}
          />
        </Suspense>
      </Entrance>
    );
  return (
    <Entrance chosen={door}>
      <h2 className={css.ask}>{t('question')}</h2>
      <DoorChoice door={door} choose={setDoor} />
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate onFocus={prepare}>
        {errors.other && (
          <p className={css.alert} role="alert">
            {errors.other}
          </p>
        )}
        <TextInput label={t('email')} name="email" type="email" autoComplete="username" error={errors.email} />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          error={errors.password}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" color={portals[door].color} fullWidth className={css.submit} loading={pending}>
          {t(`portals:${door}.enter`)}
        </Button>
        {passkeysWork() && (
          <Button variant="default" fullWidth onClick={() => void byPasskey()}>
            {t('byPasskey')}
          </Button>
        )}
        <MoreWays door={door} />
      </form>
    </Entrance>
  );
}
