import { useQuery } from '@apollo/client/react';
import { Button, Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tokenHere, WayIn, type WayInProps, WayInText } from '../account/way-in';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { useSubmit } from '../graphql/use-submit';
import { Failure } from '../ui/failure';
import { dateTime } from '../ui/format';
import { done } from '../ui/notify';
import { PreferenceChoice } from './preference-choice';
import css from './preferences.module.css';

const ContactPreferences = graphql(`
  query ContactPreferences($token: String!) {
    contactPreferences(token: $token) {
      state
      email
      choices { purpose channel allowed ...PreferenceChoice_choice }
      texts { purpose body }
      history { purpose channel action method at text }
    }
  }
`);
const RefuseAllContact = graphql(`
  mutation RefuseAllContact($input: RefuseAllContactInput!) {
    refuseAllContact(input: $input) { preferences { state } userErrors { path code message } }
  }
`);

/** Where the link of a mail leads that hangs on somebody's word: their own choices, without an account. */
export function Preferences({ portal }: WayInProps) {
  const { t } = useTranslation(['preferences', 'consent']);
  const token = tokenHere();
  const { data, error, refetch } = useQuery(ContactPreferences, { variables: { token }, fetchPolicy: 'no-cache', skip: !token });
  const refuse = useSubmit(RefuseAllContact, { fields: [] });
  if (error)
    return (
      <WayIn portal={portal} title={t('title')}>
        <Failure problem={problemOf(error)} retry={() => void refetch()} />
      </WayIn>
    );
  if (token && !data)
    return (
      <WayIn portal={portal} title={t('title')}>
        <Center mih={120}>
          <Loader size="sm" color="gray" />
        </Center>
      </WayIn>
    );
  if (data?.contactPreferences.state !== 'OPEN')
    return (
      <WayIn portal={portal} title={t('title')}>
        <WayInText>{t(`link.${data?.contactPreferences.state ?? 'NONE'}`)}</WayInText>
      </WayIn>
    );
  const { email, choices, texts, history } = data.contactPreferences;
  const stop = async () => {
    if (!(await refuse.submit({ input: { token } }))) return;
    await refetch();
    done(t('stopped'));
  };
  return (
    <WayIn portal={portal} title={t('title')} back={false}>
      <WayInText>{t('intro', { email })}</WayInText>
      <Button
        variant="default"
        loading={refuse.pending}
        disabled={!choices.some(({ allowed }) => allowed)}
        onClick={() => void stop()}
      >
        {t('stop')}
      </Button>
      <div>
        {[...Map.groupBy(choices, ({ purpose }) => purpose)].map(([purpose, ways]) => (
          <section key={purpose} className={css.purpose}>
            <h3 className={css.title}>{t(`consent:purpose.${purpose}`)}</h3>
            <p className={css.text}>{texts.find((text) => text.purpose === purpose)?.body}</p>
            {ways.map((choice) => (
              <PreferenceChoice key={choice.channel} choice={choice} token={token} readAgain={refetch} />
            ))}
          </section>
        ))}
      </div>
      <section>
        <h3 className={css.title}>{t('consent:history')}</h3>
        {history.length === 0 && <p className={css.text}>{t('consent:noHistory')}</p>}
        <ol className={css.history}>
          {history.map(({ purpose, channel, action, method, at, text }) => (
            <li key={`${purpose} ${channel} ${at}`}>
              {t(`consent:event.${action}`, {
                purpose: t(`consent:purpose.${purpose}`),
                channel: t(`consent:channel.${channel}`),
              })}
              <div className={css.since}>
                {dateTime(at)}, {t(`consent:how.${method}`)}
              </div>
              {text && (
                <details>
                  <summary>{t('shown')}</summary>
                  <p className={css.text}>{text}</p>
                </details>
              )}
            </li>
          ))}
        </ol>
      </section>
    </WayIn>
  );
}
