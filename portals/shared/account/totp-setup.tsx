import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../graphql/use-submit';
import { DialogButtons } from '../ui/dialog-buttons';
import { again, ConfirmTwoFactorSetup, StartTwoFactorSetup } from './operations';
import { QrCode } from './qr-code';
import SecureDialog from './secure-dialog';
import css from './security.module.css';

/** The password, then the QR code and a code of the app. Answers the recovery codes. */
export default function TotpSetup({ close, finish }: { close: () => void; finish: (codes: readonly string[]) => void }) {
  const { t } = useTranslation(['security', 'ui']);
  const start = useSubmit(StartTwoFactorSetup, { fields: ['password'] });
  const confirm = useSubmit(ConfirmTwoFactorSetup, { fields: ['code'] });
  const [begun, setBegun] = useState<{ secret: string; uri: string }>();

  if (!begun)
    return (
      <SecureDialog
        title={t('app.setUp')}
        text={t('app.setUpText')}
        action={t('next')}
        fields={['password']}
        errors={start.errorsByPath}
        pending={start.pending}
        close={close}
        send={async ({ password }) => {
          const payload = await start.submit({ input: { password } });
          if (payload?.secret && payload.uri) setBegun({ secret: payload.secret, uri: payload.uri });
        }}
      />
    );

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    const payload = await confirm.submit({ input: { code } }, again);
    if (payload?.recoveryCodes) finish(payload.recoveryCodes);
  }

  return (
    <Modal opened onClose={close} title={t('app.setUp')} closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('app.scan')}
          </Text>
          <div className={css.qr}>
            <QrCode text={begun.uri} label={t('app.qr')} />
          </div>
          <div>
            <p className={css.sub}>{t('app.byHand')}</p>
            <code className={css.secret}>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </div>
          <TextInput
            label={t('app.code')}
            name="code"
            data-autofocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            error={confirm.errorsByPath.code}
          />
          <DialogButtons close={close} pending={confirm.pending}>
            {t('app.activate')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
