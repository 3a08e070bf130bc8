import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { LinkState } from './link-state';
import { NewPassword } from './new-password';
import { WayIn, WayInAlert, WayInForm, type WayInProps, WayInText } from './way-in';

const ResetPasswordByLink = graphql(`
  mutation ResetPasswordByLink($input: ResetPasswordInput!) {
    resetPassword(input: $input) { ok userErrors { path code message } }
  }
`);

/** A new password by a mailed link. It signs nobody in: the second factor is asked for as ever. */
export function ResetPassword({ portal }: WayInProps) {
  const { t } = useTranslation('way-in');
  const [done, setDone] = useState(false);
  const { submit, pending, errorsByPath } = useSubmit(ResetPasswordByLink, { fields: ['token', 'password'] });
  if (done)
    return (
      <WayIn portal={portal} title={t('passwordSet')} back={false}>
        <WayInText>{t('passwordSetText')}</WayInText>
        <Button component="a" href={`/${portal}/`} color={portals[portal].color}>
          {t('signIn')}
        </Button>
      </WayIn>
    );
  return (
    <LinkState portal={portal} purposes={['RESET']} again={['forgot-password', t('anotherLink')]}>
      {(token) => (
        <WayIn portal={portal} title={t('choosePassword')}>
          <WayInText>{t('choosePasswordText')}</WayInText>
          {errorsByPath.token && <WayInAlert>{errorsByPath.token}</WayInAlert>}
          <WayInForm
            send={(form) =>
              void submit({ input: { token, password: String(form.get('password')) } }).then((payload) =>
                setDone(Boolean(payload)),
              )
            }
          >
            <NewPassword name="password" error={errorsByPath.password} />
            <Button type="submit" color={portals[portal].color} fullWidth loading={pending}>
              {t('setPassword')}
            </Button>
          </WayInForm>
        </WayIn>
      )}
    </LinkState>
  );
}
