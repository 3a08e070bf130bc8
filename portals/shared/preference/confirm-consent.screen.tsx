import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tokenHere, WayIn, WayInAlert, type WayInProps, WayInText } from '../account/way-in';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';

const ConfirmConsent = graphql(`
  mutation ConfirmConsent($input: ConfirmConsentInput!) {
    confirmConsent(input: $input) { purpose userErrors { path code message } }
  }
`);

/** It asks first: programs that look at mails open links too, and a program's yes is nobody's. */
export function ConfirmConsentPage({ portal }: WayInProps) {
  const { t } = useTranslation(['preferences', 'consent']);
  const { submit, pending, errorsByPath } = useSubmit(ConfirmConsent);
  const [purpose, setPurpose] = useState<string>();
  const token = tokenHere();
  const confirm = async () => {
    const payload = await submit({ input: { token } });
    if (payload?.purpose) setPurpose(payload.purpose);
  };
  if (purpose)
    return (
      <WayIn portal={portal} title={t('confirmed')}>
        <div role="status">
          <WayInText>{t('confirmedText', { purpose: t(`consent:purpose.${purpose}`) })}</WayInText>
        </div>
      </WayIn>
    );
  return (
    <WayIn portal={portal} title={t('confirm')}>
      <WayInText>{t(token ? 'confirmText' : 'link.NONE')}</WayInText>
      {errorsByPath.token && <WayInAlert>{errorsByPath.token}</WayInAlert>}
      {token && (
        <Button loading={pending} onClick={() => void confirm()}>
          {t('confirmButton')}
        </Button>
      )}
    </WayIn>
  );
}
