import { useTranslation } from 'react-i18next';
import css from '../../shared/consent/consent.module.css';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateTime } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';

const ContactRefusals_customer = graphql(`
  fragment ContactRefusals_customer on Customer {
    id
    contactRefusals { id purpose channel reason at actor { id name } }
  }
`);

/** When the product kept us from reaching them. */
export function ContactRefusals(props: { customer: FragmentType<typeof ContactRefusals_customer> }) {
  const { t } = useTranslation('consent');
  const refusals = readFragment(ContactRefusals_customer, props.customer).contactRefusals ?? [];
  if (refusals.length === 0) return null;
  return (
    <Section title={t('gate.refusals')} count={refusals.length}>
      <ol className={css.history}>
        {refusals.map(({ id, purpose, channel, reason, at, actor }) => (
          <li key={id}>
            <time className={css.when} dateTime={at}>
              {dateTime(at)}
            </time>
            <span className={css.what}>
              {t('gate.kept', { channel: t(`channel.${channel}`), purpose: t(`purpose.${purpose}`) })}
              <span className={css.sub}>{[t(`reason.${reason}`), actor?.name].filter(Boolean).join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
