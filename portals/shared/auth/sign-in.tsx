import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Portal, portals } from '../theme/palette';
import { DoorChoice } from './doors';
import { Entrance } from './entrance';
import css from './entrance.module.css';
import { signIn } from './session';

type Errors = { email?: string; password?: string; other?: string };

/** Four doors, one form. Another door than this portal's opens there: one session serves all four. */
export function SignIn({ portal }: { portal: Portal }) {
  const { t } = useTranslation('auth');
  const [door, setDoor] = useState<Portal>(portal);
  const [errors, setErrors] = useState<Errors>({});
  const [pending, setPending] = useState(false);

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
      setErrors({ email: at('email'), password: at('password'), other: result.challenge ? t('secondFactor') : other });
      if (!result.errors.length && !result.challenge && door !== portal) location.assign(`/${door}/`);
    } catch {
      setErrors({ other: t('ui:failure.NETWORK.text') });
    } finally {
      setPending(false);
    }
  }

  return (
    <Entrance chosen={door}>
      <h2 className={css.ask}>{t('question')}</h2>
      <DoorChoice door={door} choose={setDoor} />
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
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
      </form>
    </Entrance>
  );
}
