import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WaysIn } from '../auth/operations';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { NewPassword } from './new-password';
import { WayIn, WayInForm, type WayInProps, WayInText } from './way-in';

const RegisterAlone = graphql(`
  mutation RegisterAlone($input: RegisterInput!) {
    register(input: $input) { mustConfirm userErrors { path code message } }
  }
`);

/** An account by oneself, where that is open. Says the same whether the address has one already or not. */
export function Register({ portal }: WayInProps) {
  const { t } = useTranslation('way-in');
  const { data } = useQuery(WaysIn);
  const [sentTo, setSentTo] = useState<string>();
  const [owner, setOwner] = useState({ name: '', email: '' });
  const { submit, pending, errorsByPath } = useSubmit(RegisterAlone, { fields: ['email', 'name', 'password'] });
  const send = async (form: FormData) => {
    const input = { ...owner, password: String(form.get('password')), locale: i18next.language };
    if (await submit({ input })) setSentTo(owner.email);
  };
  if (sentTo)
    return (
      <WayIn portal={portal} title={t('lookAtMail')}>
        <WayInText>{t('registerSent', { email: sentTo })}</WayInText>
      </WayIn>
    );
  if (data && !data.signInOptions.selfRegistration)
    return (
      <WayIn portal={portal} title={t('registerClosed')}>
        <WayInText>{t('registerClosedText')}</WayInText>
      </WayIn>
    );
  return (
    <WayIn portal={portal} title={t('auth:register')}>
      <WayInText>{t('registerText')}</WayInText>
      <WayInForm send={(form) => void send(form)}>
        <TextInput
          label={t('name')}
          name="name"
          autoComplete="name"
          error={errorsByPath.name}
          value={owner.name}
          onChange={({ currentTarget: { value } }) => setOwner({ ...owner, name: value })}
        />
        <TextInput
          label={t('auth:email')}
          name="email"
          type="email"
          autoComplete="username"
          error={errorsByPath.email}
          value={owner.email}
          onChange={({ currentTarget: { value } }) => setOwner({ ...owner, email: value })}
        />
        <NewPassword name="password" owner={owner} error={errorsByPath.password} />
        <Button type="submit" color={portals[portal].color} fullWidth loading={pending}>
          {t('openAccount')}
        </Button>
      </WayInForm>
    </WayIn>
  );
}
