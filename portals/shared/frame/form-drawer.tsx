import { Button, Drawer, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../ui/use-phone';

type FormDrawerProps = {
  title: string;
  /** What the filled button says; that it saves, unless said. */
  action?: string;
  pending: boolean;
  send: (event: FormEvent<HTMLFormElement>) => void;
  close: () => void;
  children: ReactNode;
};

/** A form at the side of the page. */
export function FormDrawer({ title, action, pending, send, close, children }: FormDrawerProps) {
  const { t } = useTranslation('ui');
  const phone = usePhone();
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={phone ? '100%' : 460}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(event);
        }}
      >
        <Stack gap="sm">
          {children}
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {action ?? t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
