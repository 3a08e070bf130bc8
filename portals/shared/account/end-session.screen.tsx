import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, Refused } from '../auth/session';
import { graphql } from '../graphql/generated';
import { tokenHere, WayIn, WayInAlert, type WayInProps, WayInText } from './way-in';

const EndSessionByLink = graphql(`
  mutation EndSessionByLink($input: EndSessionByLinkInput!) {
    endSessionByLink(input: $input) { ok userErrors { path code message } }
  }
`);

/** Where the link in a mail about a new device leads. It asks first: programs that look at mails open links too. */
export function EndSession({ portal }: WayInProps) {
  const { t } = useTranslation('end-session');
  const [state, setState] = useState<'asked' | 'pending' | 'ended'>('asked');
  const [error, setError] = useState<string>();
  const token = tokenHere();

  async function end(): Promise<void> {
    setState('pending');
    setError(undefined);
    try {
      const { endSessionByLink } = await ask(EndSessionByLink, { input: { token } });
      setError(endSessionByLink.userErrors[0]?.message);
      setState(endSessionByLink.ok ? 'ended' : 'asked');
    } catch (problem) {
      setError((problem instanceof Refused && problem.message) || t('ui:failure.NETWORK.text'));
      setState('asked');
    }
  }

  if (state === 'ended')
    return (
      <WayIn portal={portal} title={t('ended')}>
        <div role="status">
          <WayInText>{t('endedText')}</WayInText>
        </div>
      </WayIn>
    );
  return (
    <WayIn portal={portal} title={t('title')}>
      <WayInText>{t(token ? 'text' : 'noToken')}</WayInText>
      {error && <WayInAlert>{error}</WayInAlert>}
      {token && (
        <Button color="red" fullWidth loading={state === 'pending'} onClick={() => void end()}>
          {t('end')}
        </Button>
      )}
    </WayIn>
  );
}
