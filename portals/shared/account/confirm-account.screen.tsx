import { useQuery } from '@apollo/client/react';
import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WaysIn } from '../auth/operations';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { LinkState } from './link-state';
import { useEnter } from './use-enter';
import { WayIn, WayInAlert, WayInForm, type WayInProps, WayInText } from './way-in';

const ConfirmRegistration = graphql(`
  mutation ConfirmRegistration($input: ConfirmRegistrationInput!) {
    confirmRegistration(input: $input) { email userErrors { path code message } }
  }
`);

/** Opens the account that was registered for: whoever chose its password is who opens it. */
export function ConfirmAccount({ portal }: WayInProps) {
  const { t } = useTranslation('way-in');
  const { submit, pending, errorsByPath } = useSubmit(ConfirmRegistration, { fields: ['token', 'password'] });
  const { data } = useQuery(WaysIn);
  const { enter, entering } = useEnter(portal);
  const send = async (token: string, form: FormData) => {
    const password = String(form.get('password'));
    const payload = await submit({ input: { token, password } });
    if (payload?.email) await enter(payload.email, password);
  };
  return (
    <LinkState
      portal={portal}
      purposes={['REGISTER']}
      again={data?.signInOptions.selfRegistration ? ['register', t('auth:register')] : undefined}
    >
      {(token) => (
        <WayIn portal={portal} title={t('confirmAccount')}>
          <WayInText>{t('confirmAccountText')}</WayInText>
          {errorsByPath.token && <WayInAlert>{errorsByPath.token}</WayInAlert>}
          <WayInForm send={(form) => void send(token, form)}>
            <PasswordInput
              label={t('auth:password')}
              name="password"
              autoComplete="current-password"
              error={errorsByPath.password}
              visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
            />
            <Button type="submit" color={portals[portal].color} fullWidth loading={pending || entering}>
              {t('openAccount')}
            </Button>
          </WayInForm>
        </WayIn>
      )}
    </LinkState>
  );
}
