import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateShort } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import css from './account.module.css';

const ConsentSwitch_consent = graphql(`
  fragment ConsentSwitch_consent on Consent { id purpose channel status since confirmUntil }
`);
const RecordConsent = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      consent { id purpose channel status since confirmUntil ...ConsentHistory_consent }
      userErrors { path code message }
    }
  }
`);
const WithdrawConsent = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      consent { id purpose channel status since confirmUntil ...ConsentHistory_consent }
      userErrors { path code message }
    }
  }
`);

type SwitchProps = { consent: FragmentType<typeof ConsentSwitch_consent>; customerId: string; disabled: boolean };

/** One purpose by one channel: on when they agreed; refused and never asked both read off, and the line below says which. */
export function ConsentSwitch({ customerId, disabled, ...props }: SwitchProps) {
  const { t } = useTranslation();
  const { purpose, channel, status, since, confirmUntil } = readFragment(ConsentSwitch_consent, props.consent);
  const record = useSubmit(RecordConsent, { fields: [] });
  const withdraw = useSubmit(WithdrawConsent, { fields: [] });
  const granted = status === 'GRANTED';
  const name = t('consents.of', { purpose: t(`purpose.${purpose}`), channel: t(`channel.${channel}`) });

  async function change(agreed: boolean): Promise<void> {
    const input = { customerId, purpose, channel, method: 'WEB' as const };
    const payload = agreed ? await record.submit({ input }) : await withdraw.submit({ input });
    if (!payload) return;
    const waits = payload.consent?.confirmUntil != null;
    done(t(waits ? 'consents.confirm' : agreed ? 'consents.given' : 'consents.taken', { name }));
  }

  return (
    <div className={css.channel}>
      <Switch
        label={t(`channel.${channel}`)}
        aria-label={name}
        checked={granted}
        disabled={disabled || record.pending || withdraw.pending}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <span className={css.since}>
        {confirmUntil
          ? t('consents.confirmUntil', { date: dateShort(confirmUntil) })
          : since
            ? t(`consents.since.${status}`, { date: dateShort(since) })
            : t('consents.unknown')}
      </span>
    </div>
  );
}
