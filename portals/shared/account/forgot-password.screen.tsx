import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { WayIn, WayInForm, type WayInProps, WayInText } from './way-in';

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) { ok userErrors { path code message } }
  }
`);

/** Says the same whether the address is known or not. */
export function ForgotPassword({ portal }: WayInProps) {
  const { t } = useTranslation('way-in');
  const [sentTo, setSentTo] = useState<string>();
  const { submit, pending, errorsByPath } = useSubmit(RequestPasswordReset, { fields: ['email'] });
  const send = async (form: FormData) => {
    const email = String(form.get('email')).trim();
    if (await submit({ input: { email } })) setSentTo(email);
  };
  if (sentTo)
    return (
      <WayIn portal={portal} title={t('lookAtMail')}>
        <WayInText>{t('resetSent', { email: sentTo })}</WayInText>
      </WayIn>
    );
  return (
    <WayIn portal={portal} title={t('forgot')}>
      <WayInText>{t('forgotText')}</WayInText>
      <WayInForm send={(form) => void send(form)}>
        <TextInput label={t('auth:email')} name="email" type="email" autoComplete="username" error={errorsByPath.email} />
        <Button type="submit" color={portals[portal].color} fullWidth loading={pending}>
          {t('sendLink')}
        </Button>
      </WayInForm>
    </WayIn>
  );
}
