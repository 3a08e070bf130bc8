import { Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '../ui/dialog-buttons';

type Field = 'name' | 'password' | 'code';
export type Answers = Record<Field, string>;

type SecureDialogProps = {
  title: string;
  text: string;
  action: string;
  danger?: boolean;
  /** In the order they are asked. */
  fields: readonly Field[];
  start?: Partial<Answers>;
  errors: Record<string, string>;
  pending: boolean;
  send: (answers: Answers) => Promise<void>;
  close: () => void;
};

/** Asks for what such a change needs: the password once more, a code, a name. */
export default function SecureDialog({
  title,
  text,
  action,
  danger,
  fields,
  start,
  errors,
  pending,
  send,
  close,
}: SecureDialogProps) {
  const { t } = useTranslation(['security', 'ui']);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (field: Field) => String(form.get(field) ?? '');
    void send({ name: given('name').trim(), password: given('password'), code: given('code').trim() });
  }

  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {text}
          </Text>
          {fields.map((field, i) => {
            const shared = {
              key: field,
              name: field,
              label: t(`field.${field}`),
              error: errors[field],
              defaultValue: start?.[field],
              'data-autofocus': i === 0 || undefined,
            };
            const { key, ...props } = shared;
            if (field === 'password')
              return (
                <PasswordInput
                  key={key}
                  {...props}
                  autoComplete="current-password"
                  visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
                />
              );
            return <TextInput key={key} {...props} autoComplete={field === 'code' ? 'one-time-code' : 'off'} maxLength={80} />;
          })}
          <DialogButtons close={close} pending={pending} danger={danger}>
            {action}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
