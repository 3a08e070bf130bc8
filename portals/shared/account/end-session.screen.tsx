import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../auth/entrance';
import css from '../auth/entrance.module.css';
import { ask, Refused } from '../auth/session';
import { graphql } from '../graphql/generated';

const EndSessionByLink = graphql(`
  mutation EndSessionByLink($input: EndSessionByLinkInput!) {
    endSessionByLink(input: $input) { ok userErrors { path code message } }
  }
`);

/** Where the link in a mail about a new device leads. It asks first: programs that look at mails open links too. */
export function EndSession() {
  const { t } = useTranslation('end-session');
  const [state, setState] = useState<'asked' | 'pending' | 'ended'>('asked');
  const [error, setError] = useState<string>();
  const token = location.hash.slice(1);

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

  return (
    <Entrance>
      <h2 className={css.ask}>{t(state === 'ended' ? 'ended' : 'title')}</h2>
      <div className={css.letter}>
        <p className={css.hint} role={state === 'ended' ? 'status' : undefined}>
          {t(state === 'ended' ? 'endedText' : token ? 'text' : 'noToken')}
        </p>
        {error && (
          <p className={css.alert} role="alert">
            {error}
          </p>
        )}
        {state === 'ended' || !token ? (
          <Button component="a" href="./" fullWidth>
            {t('signIn')}
          </Button>
        ) : (
          <Button color="red" fullWidth loading={state === 'pending'} onClick={() => void end()}>
            {t('end')}
          </Button>
        )}
      </div>
    </Entrance>
  );
}
