import { IconCheck, IconHistory, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Empty } from '../../shared/ui/empty';
import { Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';
import css from './account.module.css';

const ConsentHistory_consent = graphql(`
  fragment ConsentHistory_consent on Consent {
    id
    history { id purpose channel action at method actor { id name } text { id version body } }
  }
`);

/** Every yes and no, the latest first. It only ever grows. */
export function ConsentHistory(props: { consents: readonly FragmentType<typeof ConsentHistory_consent>[] }) {
  const { t } = useTranslation();
  const events = props.consents
    .flatMap((consent) => readFragment(ConsentHistory_consent, consent).history)
    .sort((a, b) => b.at.localeCompare(a.at));
  const items = events.map(({ id, purpose, channel, action, at, method, actor, text }) => ({
    id,
    at,
    icon: action === 'GRANTED' ? IconCheck : IconX,
    tone: action === 'GRANTED' ? 'green' : 'red',
    title: (
      <>
        {t(`consents.did.${action}`)}{' '}
        <b>{t('consents.of', { purpose: t(`purpose.${purpose}`), channel: t(`channel.${channel}`) })}</b>
        {text && (
          <details className={css.told}>
            <summary>{t('consents.told')}</summary>
            {text.body}
          </details>
        )}
      </>
    ),
    who: [actor?.name, t(`consents.by.${method}`), text && t('consents.version', { version: text.version })]
      .filter(Boolean)
      .join(', '),
  }));
  return (
    <Section title={t('consents.history')} count={events.length}>
      {items.length ? (
        <Timeline items={items} />
      ) : (
        <Empty icon={IconHistory} title={t('consents.none')}>
          {t('consents.noneText')}
        </Empty>
      )}
    </Section>
  );
}
