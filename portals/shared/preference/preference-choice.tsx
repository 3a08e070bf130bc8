import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { dateShort } from '../ui/format';
import { done } from '../ui/notify';
import css from './preferences.module.css';

const PreferenceChoice_choice = graphql(`
  fragment PreferenceChoice_choice on ContactChoice { purpose channel status allowed since expiresAt confirmUntil }
`);
const SetContactPreference = graphql(`
  mutation SetContactPreference($input: SetContactPreferenceInput!) {
    setContactPreference(input: $input) { preferences { state } userErrors { path code message } }
  }
`);

type ChoiceProps = { choice: FragmentType<typeof PreferenceChoice_choice>; token: string; readAgain: () => Promise<unknown> };

const SOON_MS = 90 * 86_400_000;

/** One purpose by one way: on or off by the same click. */
export function PreferenceChoice({ token, readAgain, ...props }: ChoiceProps) {
  const { t } = useTranslation(['preferences', 'consent']);
  const { purpose, channel, status, allowed, since, expiresAt, confirmUntil } = readFragment(
    PreferenceChoice_choice,
    props.choice,
  );
  const { submit, pending } = useSubmit(SetContactPreference, { fields: [] });
  const name = t('of', { purpose: t(`consent:purpose.${purpose}`), channel: t(`consent:channel.${channel}`) });
  const said = confirmUntil
    ? t('confirmUntil', { date: dateShort(confirmUntil) })
    : since
      ? t(expiresAt && status === 'GRANTED' ? 'sinceUntil' : 'since', {
          status: t(`consent:status.${status}`),
          date: dateShort(since),
          until: expiresAt ? dateShort(expiresAt) : '',
        })
      : t(allowed ? 'usual' : 'never');
  const ending = status === 'GRANTED' && expiresAt && new Date(expiresAt).getTime() < Date.now() + SOON_MS;
  async function change(agreed: boolean): Promise<void> {
    const payload = await submit({ input: { token, purpose, channel, agreed } });
    if (!payload) return;
    await readAgain();
    done(t(agreed ? 'given' : 'taken', { name }));
  }
  return (
    <div className={css.choice}>
      <Switch
        label={t(`consent:channel.${channel}`)}
        aria-label={name}
        checked={allowed}
        disabled={pending}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <span className={css.since}>{said}</span>
      {ending && (
        <Button
          size="xs"
          variant="default"
          loading={pending}
          aria-label={t('prolongNamed', { name })}
          onClick={() => void change(true)}
        >
          {t('prolong')}
        </Button>
      )}
    </div>
  );
}
