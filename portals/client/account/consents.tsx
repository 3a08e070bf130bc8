import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import type { ConsentChannel, ConsentPurpose } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './account.module.css';
import { ConsentHistory } from './consent-history';
import { ConsentSwitch } from './consent-switch';

const ClientConsents = graphql(`
  query ClientConsents($id: ID!) {
    customer(id: $id) {
      id
      consents { id purpose channel ...ConsentSwitch_consent ...ConsentHistory_consent }
    }
    consentTexts { id purpose version locale body }
  }
`);

const purposes: ConsentPurpose[] = ['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'];
const channels: ConsentChannel[] = ['EMAIL', 'SMS', 'PHONE', 'POST'];

/** What the client agrees to, by purpose and channel: theirs to change at any time. */
export function Consents({ customerId }: { customerId: string }) {
  const { t, i18n } = useTranslation();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(ClientConsents, { variables: { id: customerId } });
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={4} columns={4} />;
  const consents = data.customer?.consents;
  if (!consents) return <Failure problem={{ code: 'FORBIDDEN' }} />;
  const rank = ({ channel }: { channel: ConsentChannel }) => channels.indexOf(channel);
  const byPurpose = Map.groupBy(
    consents.toSorted((a, b) => rank(a) - rank(b)),
    ({ purpose }) => purpose,
  );
  const language = i18n.language === 'en' ? 'en' : 'fr';
  // The current version comes first.
  const textOf = (purpose: string) =>
    data.consentTexts.find((text) => text.purpose === purpose && text.locale === language)?.body;
  return (
    <div className={css.stack}>
      <Section title={t('consents.title')}>
        <p className={css.intro}>{t('consents.intro')}</p>
        <ul className={css.purposes}>
          {purposes.map((purpose) => (
            <li key={purpose} className={css.purpose}>
              <div>
                <h3 className={css.purposeTitle}>{t(`purpose.${purpose}`)}</h3>
                {textOf(purpose) && <p className={css.text}>{textOf(purpose)}</p>}
              </div>
              <div className={css.channels}>
                {byPurpose.get(purpose)?.map((consent) => (
                  <ConsentSwitch
                    key={consent.id}
                    consent={consent}
                    customerId={customerId}
                    disabled={!permissions.includes('consent.change')}
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <ConsentHistory consents={consents} />
    </div>
  );
}
