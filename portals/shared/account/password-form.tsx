import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { done } from '../ui/notify';
import css from './account.module.css';
import { NewPassword } from './new-password';

const ChangeMyPassword = graphql(`
  mutation ChangeMyPassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { ok userErrors { path code message } }
  }
`);

/** Another password; whoever else is signed in with the one before is out. */
export function PasswordForm() {
  const { t } = useTranslation('profile');
  const [round, setRound] = useState(0);
  const { submit, pending, errorsByPath } = useSubmit(ChangeMyPassword, { fields: ['currentPassword', 'newPassword'] });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field));
    const input = { currentPassword: text('currentPassword'), newPassword: text('newPassword') };
    if (!(await submit({ input }))) return;
    // Drawn anew, the fields are empty.
    setRound(round + 1);
    done(t('passwordChanged'));
  };
  return (
    <form key={round} onSubmit={(event) => void send(event)} className={css.form} noValidate>
      <p className={css.text}>{t('passwordText')}</p>
      <PasswordInput
        label={t('currentPassword')}
        name="currentPassword"
        autoComplete="current-password"
        error={errorsByPath.currentPassword}
        visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
      />
      <NewPassword name="newPassword" error={errorsByPath.newPassword} />
      <Button type="submit" variant="default" loading={pending}>
        {t('changePassword')}
      </Button>
    </form>
  );
}
