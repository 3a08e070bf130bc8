import { startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../graphql/use-submit';
import { failed } from '../ui/notify';
import { again, FinishPasskeySetup, StartPasskeySetup } from './operations';
import SecureDialog, { type Answers } from './secure-dialog';

type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
type PasskeySetupProps = { close: () => void; finish: (codes: readonly string[] | null) => void };

/** The password and a name; then the browser makes the key. */
export default function PasskeySetup({ close, finish }: PasskeySetupProps) {
  const { t } = useTranslation('security');
  const begin = useSubmit(StartPasskeySetup, { fields: ['password'] });
  const end = useSubmit(FinishPasskeySetup, { fields: ['name'] });
  const [making, setMaking] = useState(false);

  async function send({ name, password }: Answers): Promise<void> {
    const started = await begin.submit({ input: { password } });
    if (!started?.id) return;
    setMaking(true);
    const response = await startRegistration({ optionsJSON: started.options as CreationOptions }).catch((error: Error) => error);
    setMaking(false);
    if (response instanceof Error) {
      // The browser has one for this account already.
      failed(t(response.name === 'InvalidStateError' ? 'passkey.there' : 'passkey.stopped'));
      return;
    }
    const payload = await end.submit({ input: { id: started.id, name, response } }, again);
    if (payload) finish(payload.recoveryCodes ?? null);
  }

  return (
    <SecureDialog
      title={t('passkey.add')}
      text={t('passkey.addText')}
      action={t('next')}
      fields={['name', 'password']}
      start={{ name: t('passkey.usualName') }}
      errors={{ ...begin.errorsByPath, ...end.errorsByPath }}
      pending={begin.pending || making || end.pending}
      close={close}
      send={send}
    />
  );
}
