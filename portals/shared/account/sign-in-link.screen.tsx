import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../auth/entrance';
import entrance from '../auth/entrance.module.css';
import { WaysIn } from '../auth/operations';
import { ask, type Challenge, enter, Refused } from '../auth/session';
import { withWords } from '../frame/screen';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { LinkState } from './link-state';
import { tokenHere, WayIn, WayInAlert, WayInForm, type WayInProps, WayInText } from './way-in';

const SecondStep = lazy(() => withWords(() => import('../auth/second-step'), 'challenge'));

const RequestMagicLink = graphql(`
  mutation RequestMagicLink($input: RequestMagicLinkInput!) {
    requestMagicLink(input: $input) { ok userErrors { path code message } }
  }
`);
const SignInByLink = graphql(`
  mutation SignInByLink($input: SignInWithMagicLinkInput!) {
    signInWithMagicLink(input: $input) {
      accessToken
      challenge { id methods }
      viewer { id name email locale portals permissions secondFactorDue }
      userErrors { path code message }
    }
  }
`);

/** Without a link, asks for one; with one, signs in by it. */
export function SignInLink({ portal }: WayInProps) {
  const { t } = useTranslation('way-in');
  const { data } = useQuery(WaysIn);
  const closed = data && !data.signInOptions.magicLink;
  if (!tokenHere() && closed)
    return (
      <WayIn portal={portal} title={t('byLinkClosed')}>
        <WayInText>{t('byLinkClosedText')}</WayInText>
      </WayIn>
    );
  if (!tokenHere()) return <AskForLink portal={portal} />;
  return (
    <LinkState portal={portal} purposes={['SIGN_IN']} again={closed ? undefined : ['sign-in-link', t('anotherLink')]}>
      {(token) => <Enter portal={portal} token={token} />}
    </LinkState>
  );
}

type Where = Pick<WayInProps, 'portal'>;

/** Says the same whether the address is known or not. */
function AskForLink({ portal }: Where) {
  const { t } = useTranslation('way-in');
  const [sentTo, setSentTo] = useState<string>();
  const { submit, pending, errorsByPath } = useSubmit(RequestMagicLink);
  // The link of the mail, opened in this very tab, changes only what stands behind the #: the page begins anew with it.
  useEffect(() => {
    const begin = () => location.reload();
    addEventListener('hashchange', begin);
    return () => removeEventListener('hashchange', begin);
  }, []);
  const send = async (form: FormData) => {
    const email = String(form.get('email')).trim();
    if (await submit({ input: { email } })) setSentTo(email);
  };
  if (sentTo)
    return (
      <WayIn portal={portal} title={t('lookAtMail')}>
        <WayInText>{t('signInSent', { email: sentTo })}</WayInText>
      </WayIn>
    );
  return (
    <WayIn portal={portal} title={t('byLink')}>
      <WayInText>{t('byLinkText')}</WayInText>
      {errorsByPath[''] && <WayInAlert>{errorsByPath['']}</WayInAlert>}
      <WayInForm send={(form) => void send(form)}>
        <TextInput label={t('auth:email')} name="email" type="email" autoComplete="username" error={errorsByPath.email} />
        <Button type="submit" color={portals[portal].color} fullWidth loading={pending}>
          {t('sendLink')}
        </Button>
      </WayInForm>
    </WayIn>
  );
}

/** It asks first: programs that look at mails open links too. */
function Enter({ portal, token }: Where & { token: string }) {
  const { t } = useTranslation('way-in');
  const [challenge, setChallenge] = useState<Challenge>();
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const goIn = () => location.replace(`/${portal}/`);
  const signIn = async () => {
    setPending(true);
    setProblem(undefined);
    try {
      const { signInWithMagicLink: answer } = await ask(SignInByLink, { input: { token } });
      if (answer.challenge) setChallenge(answer.challenge);
      else if (enter(answer)) goIn();
      else setProblem(answer.userErrors[0]?.message);
    } catch (error) {
      setProblem((error instanceof Refused && error.message) || t('ui:failure.NETWORK.text'));
    } finally {
      setPending(false);
    }
  };
  if (challenge)
    return (
      <Entrance chosen={portal}>
        <h2 className={entrance.ask}>{t('auth:confirm')}</h2>
        <Suspense>
          <SecondStep challenge={challenge} door={portal} entered={goIn} back={goIn} />
        </Suspense>
      </Entrance>
    );
  return (
    <WayIn portal={portal} title={t('signInHere')}>
      <WayInText>{t('signInHereText')}</WayInText>
      {problem && <WayInAlert>{problem}</WayInAlert>}
      <Button color={portals[portal].color} loading={pending} onClick={() => void signIn()}>
        {t('signIn')}
      </Button>
    </WayIn>
  );
}
