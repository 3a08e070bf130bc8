import { useQuery } from '@apollo/client/react';
import { PasswordInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import css from './account.module.css';

const NewPasswordAdvice = graphql(`
  query NewPasswordAdvice($input: PasswordAdviceInput!) { passwordAdvice(input: $input) { acceptable message } }
`);

type NewPasswordProps = { name: string; error?: string; owner?: { name?: string; email?: string } };

const pause = 300;

/** A password to be, with what the server's rules say of it so far. Nothing of it is kept. */
export function NewPassword({ name, error, owner }: NewPasswordProps) {
  const { t } = useTranslation('way-in');
  const [password, setPassword] = useState('');
  const [thought] = useDebouncedValue(password, pause);
  const { data, previousData } = useQuery(NewPasswordAdvice, {
    variables: { input: { password: thought, ...owner } },
    skip: thought === '',
    fetchPolicy: 'no-cache',
  });
  const advice = thought === '' ? undefined : (data ?? previousData)?.passwordAdvice;
  return (
    <div>
      <PasswordInput
        label={t('newPassword')}
        description={t('rules')}
        name={name}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
      />
      <p className={css.advice} data-fine={advice?.acceptable || undefined} aria-live="polite">
        {advice?.acceptable && <IconCircleCheck size={14} stroke={1.7} aria-hidden />}
        {advice && (advice.message ?? t('goodPassword'))}
      </p>
    </div>
  );
}
