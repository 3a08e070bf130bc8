import { Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { dateTime } from '../ui/format';
import { Section } from '../ui/section';
import css from './consent.module.css';

const ConsentEvents_consent = graphql(`
  fragment ConsentEvents_consent on Consent {
    id
    history {
      id purpose channel action at method note
      actor { id name }
      text { id version body }
      document { id name }
    }
  }
`);

/** All that was ever said, the latest first, with how we know. It is never edited. */
export function ConsentHistory(props: { consents: readonly FragmentType<typeof ConsentEvents_consent>[] }) {
  const { t } = useTranslation('consent');
  const events = readFragment(ConsentEvents_consent, props.consents)
    .flatMap(({ history }) => history)
    .sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title={t('history')} count={events.length}>
      {events.length === 0 && <p className={css.nothing}>{t('noHistory')}</p>}
      <ol className={css.history}>
        {events.map(({ id, purpose, channel, action, at, method, note, actor, text, document }) => (
          <li key={id}>
            <time className={css.when} dateTime={at}>
              {dateTime(at)}
            </time>
            <span className={css.what}>
              {t(`event.${action}`, { channel: t(`channel.${channel}`), purpose: t(`purpose.${purpose}`) })}
              <span className={css.sub}>
                {[t(`how.${method}`), actor?.name, note, document?.name].filter(Boolean).join(', ')}
              </span>
            </span>
            {text && (
              <Popover width={320} position="bottom-end" shadow="md" radius="md">
                <Popover.Target>
                  <button type="button" className={css.proof}>
                    {t('text', { version: text.version })}
                  </button>
                </Popover.Target>
                <Popover.Dropdown>
                  <p className={css.words}>{text.body}</p>
                </Popover.Dropdown>
              </Popover>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
