import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { LinkState } from './link-state';
import { WayIn, WayInAlert, type WayInProps, WayInText } from './way-in';

const ConfirmEmailChange = graphql(`
  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
    confirmEmailChange(input: $input) { done userErrors { path code message } }
  }
`);
const CancelEmailChangeByLink = graphql(`
  mutation CancelEmailChangeByLink($input: CancelEmailChangeInput!) {
    cancelEmailChange(input: $input) { ok userErrors { path code message } }
  }
`);

type Outcome = 'done' | 'waiting' | 'cancelled';

/** One of the two addresses says yes to a change; the old one may say no. */
export function ConfirmEmail({ portal }: WayInProps) {
  const { t } = useTranslation('way-in');
  const [outcome, setOutcome] = useState<Outcome>();
  const confirmation = useSubmit(ConfirmEmailChange);
  const cancellation = useSubmit(CancelEmailChangeByLink);
  if (outcome)
    return (
      <WayIn portal={portal} title={t(`email.${outcome}.title`)}>
        <WayInText>{t(`email.${outcome}.text`)}</WayInText>
      </WayIn>
    );
  const confirm = async (token: string) => {
    const payload = await confirmation.submit({ input: { token } });
    if (payload) setOutcome(payload.done ? 'done' : 'waiting');
  };
  const cancel = async (token: string) => {
    if (await cancellation.submit({ input: { token } })) setOutcome('cancelled');
  };
  const mistake = confirmation.errorsByPath.token ?? cancellation.errorsByPath.token;
  return (
    <LinkState portal={portal} purposes={['OLD_EMAIL', 'NEW_EMAIL']}>
      {(token, purpose) => (
        <WayIn portal={portal} title={t(`email.${purpose}.title`)}>
          <WayInText>{t(`email.${purpose}.text`)}</WayInText>
          {mistake && <WayInAlert>{mistake}</WayInAlert>}
          <Stack gap="xs">
            <Button color={portals[portal].color} loading={confirmation.pending} onClick={() => void confirm(token)}>
              {t('email.confirm')}
            </Button>
            {purpose === 'OLD_EMAIL' && (
              <Button variant="default" loading={cancellation.pending} onClick={() => void cancel(token)}>
                {t('email.cancel')}
              </Button>
            )}
          </Stack>
        </WayIn>
      )}
    </LinkState>
  );
}
