import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { relative } from '../ui/format';
import { done } from '../ui/notify';
import { Status } from '../ui/status';
import css from './account.module.css';
import { MyAccount } from './profile.operations';

const RequestEmailChange = graphql(`
  mutation RequestMyEmailChange($input: RequestEmailChangeInput!) {
    requestEmailChange(input: $input) {
      viewer { id pendingEmailChange { email expiresAt confirmedByOld confirmedByNew } }
      userErrors { path code message }
    }
  }
`);
const CancelEmailChange = graphql(`
  mutation CancelMyEmailChange($input: CancelEmailChangeInput!) {
    cancelEmailChange(input: $input) { ok userErrors { path code message } }
  }
`);

type Pending = { email: string; expiresAt: string; confirmedByOld: boolean; confirmedByNew: boolean };

/** The address one signs in with, and the one it is to become. */
export function AddressForm({ email, pending }: { email: string; pending?: Pending }) {
  const { t } = useTranslation('profile');
  const [changing, setChanging] = useState(false);
  if (pending) return <Waiting email={email} pending={pending} />;
  if (changing) return <NewAddress close={() => setChanging(false)} />;
  return (
    <div className={css.form}>
      <p className={css.text}>
        <Trans t={t} i18nKey="addressNow" values={{ email }} components={{ b: <strong /> }} />
      </p>
      <Button variant="default" onClick={() => setChanging(true)}>
        {t('changeAddress')}
      </Button>
    </div>
  );
}

function Waiting({ email, pending }: { email: string; pending: Pending }) {
  const { t } = useTranslation('profile');
  const cancellation = useSubmit(CancelEmailChange);
  const cancel = async () => {
    if (await cancellation.submit({ input: {} }, { refetchQueries: [MyAccount] })) done(t('addressKept'));
  };
  const sides = [
    [email, pending.confirmedByOld],
    [pending.email, pending.confirmedByNew],
  ] as const;
  return (
    <div className={css.stack}>
      <p className={css.text}>
        <Trans
          t={t}
          i18nKey="addressWaits"
          values={{ email: pending.email, when: relative(pending.expiresAt) }}
          components={{ b: <strong /> }}
        />
      </p>
      <div className={css.marks}>
        {sides.map(([address, confirmed]) => (
          <Status key={address} tone={confirmed ? 'green' : 'blue'}>
            {t(confirmed ? 'confirmedBy' : 'awaitedFrom', { email: address })}
          </Status>
        ))}
      </div>
      <div>
        <Button variant="default" loading={cancellation.pending} onClick={() => void cancel()}>
          {t('cancelChange')}
        </Button>
      </div>
    </div>
  );
}

function NewAddress({ close }: { close: () => void }) {
  const { t } = useTranslation('profile');
  const { submit, pending, errorsByPath } = useSubmit(RequestEmailChange, { fields: ['email', 'password'] });
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const send = form.onSubmit(async ({ email, password }) => {
    if (await submit({ input: { email: email.trim(), password } })) close();
  });
  return (
    <form onSubmit={(event) => void send(event)} className={css.form} noValidate>
      <p className={css.text}>{t('changeAddressText')}</p>
      <TextInput
        label={t('newAddress')}
        type="email"
        autoComplete="email"
        data-autofocus
        key={form.key('email')}
        {...form.getInputProps('email')}
        error={errorsByPath.email}
      />
      <PasswordInput
        label={t('yourPassword')}
        autoComplete="current-password"
        key={form.key('password')}
        {...form.getInputProps('password')}
        error={errorsByPath.password}
        visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
      />
      <div className={css.marks}>
        <Button type="submit" loading={pending}>
          {t('askChange')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
  );
}
