import { type Icon, IconCheck, IconMail, IconMessage, IconMinus, IconPhone, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { ConsentStatus } from '../graphql/generated/graphql';
import css from './consent-channels.module.css';

const ConsentChannels_consent = graphql(`
  fragment ConsentChannels_consent on Consent { id purpose channel status }
`);

const channels = { EMAIL: IconMail, SMS: IconMessage, PHONE: IconPhone } as const satisfies Record<string, Icon>;
const marks: Record<ConsentStatus, Icon> = {
  GRANTED: IconCheck,
  REFUSED: IconX,
  WITHDRAWN: IconX,
  EXPIRED: IconX,
  OBJECTED: IconX,
  UNKNOWN: IconMinus,
};

/** Whether offers may be sent, by channel: allowed is plain, refused is struck through, never asked is a dash. */
export function ConsentChannels(props: { consents: readonly FragmentType<typeof ConsentChannels_consent>[] }) {
  const { t } = useTranslation('consent');
  const consents = readFragment(ConsentChannels_consent, props.consents);
  return (
    <span className={css.channels}>
      {Object.entries(channels).map(([channel, Glyph]) => {
        const consent = consents.find((one) => one.purpose === 'MARKETING' && one.channel === channel);
        const status = consent?.status ?? 'UNKNOWN';
        const Mark = marks[status];
        return (
          <span key={channel} className={css.channel} data-status={status}>
            <Mark size={13} stroke={2.2} aria-hidden />
            <span className={css.word}>{t(`channel.${channel}`)}</span>
            <Glyph size={15} stroke={1.6} className={css.glyph} aria-hidden />
            <span className="vh"> : {t(`status.${status}`)}</span>
          </span>
        );
      })}
    </span>
  );
}
