import { useQuery } from '@apollo/client/react';
import { Button, Center, Loader, TextInput } from '@mantine/core';
import i18next from 'i18next';
import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { signOut, useSession } from '../auth/session';
import { SignIn } from '../auth/sign-in';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { Failure } from '../ui/failure';
import { AcceptInvitation } from './accept-invitation';
import { NewPassword } from './new-password';
import { useEnter } from './use-enter';
import { tokenHere, WayIn, WayInAlert, WayInForm, type WayInProps, WayInText } from './way-in';

const InvitationHere = graphql(`
  query InvitationHere($token: String!) {
    invitation(token: $token) { status email roleName invitedBy hasAccount }
  }
`);
const RegisterInvited = graphql(`
  mutation RegisterInvited($input: RegisterInput!) {
    register(input: $input) { email userErrors { path code message } }
  }
`);

/** An answer to an invitation: a new account, or the role added to the one that is there. */
export function Invitation({ portal, prepare }: WayInProps) {
  const { t } = useTranslation('way-in');
  const token = tokenHere();
  const session = useSession();
  const [signingIn, setSigningIn] = useState(false);
  const { data, error, refetch } = useQuery(InvitationHere, { variables: { token }, fetchPolicy: 'no-cache' });
  if (error)
    return (
      <WayIn portal={portal} title={t('link.failed')}>
        <Failure problem={problemOf(error)} retry={() => void refetch()} />
      </WayIn>
    );
  if (!data)
    return (
      <WayIn portal={portal} title={t('link.looking')}>
        <Center mih={120}>
          <Loader size="sm" color="gray" />
        </Center>
      </WayIn>
    );
  const { status = 'UNKNOWN', email, roleName, invitedBy, hasAccount } = data.invitation ?? {};
  if (status !== 'PENDING' || !email)
    return (
      <WayIn portal={portal} title={t(`invitation.${status}.title`)}>
        <WayInText>{t(`invitation.${status}.text`)}</WayInText>
      </WayIn>
    );
  const offered = (
    <WayInText>
      <Trans t={t} i18nKey="invitation.offer" values={{ by: invitedBy, role: roleName, email }} components={{ b: <strong /> }} />
    </WayInText>
  );
  const viewer = session.state === 'signed-in' ? session.viewer : undefined;
  if (!hasAccount) return <NewAccount portal={portal} token={token} email={email} offered={offered} />;
  if (viewer?.email === email)
    return (
      <WayIn portal={portal} title={t('invitation.title')} back={false}>
        {offered}
        <AcceptInvitation portal={portal} token={token} />
      </WayIn>
    );
  if (!viewer && signingIn) return <SignIn portal={portal} prepare={prepare} />;
  return (
    <WayIn portal={portal} title={t('invitation.title')} back={false}>
      {offered}
      <WayInText>{t(viewer ? 'invitation.ofAnother' : 'invitation.hasAccount', { email: viewer?.email })}</WayInText>
      <Button color={portals[portal].color} onClick={() => (viewer ? void signOut() : setSigningIn(true))}>
        {t(viewer ? 'auth:signOut' : 'signIn')}
      </Button>
    </WayIn>
  );
}

type NewAccountProps = Pick<WayInProps, 'portal'> & { token: string; email: string; offered: ReactNode };

function NewAccount({ portal, token, email, offered }: NewAccountProps) {
  const { t } = useTranslation('way-in');
  const [name, setName] = useState('');
  const { submit, pending, errorsByPath } = useSubmit(RegisterInvited, { fields: ['invitationToken', 'name', 'password'] });
  const { enter, entering } = useEnter(portal);
  const send = async (form: FormData) => {
    const password = String(form.get('password'));
    const payload = await submit({ input: { invitationToken: token, name, password, locale: i18next.language } });
    if (payload?.email) await enter(payload.email, password);
  };
  return (
    <WayIn portal={portal} title={t('invitation.title')} back={false}>
      {offered}
      {errorsByPath.invitationToken && <WayInAlert>{errorsByPath.invitationToken}</WayInAlert>}
      <WayInForm send={(form) => void send(form)}>
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <TextInput
          label={t('name')}
          name="name"
          autoComplete="name"
          error={errorsByPath.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPassword name="password" owner={{ name, email }} error={errorsByPath.password} />
        <Button type="submit" color={portals[portal].color} fullWidth loading={pending || entering}>
          {t('openAccount')}
        </Button>
      </WayInForm>
    </WayIn>
  );
}
