import { Button, Drawer, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../../shared/ui/use-phone';

type UserDrawerProps = { title: string; pending: boolean; send: () => void; close: () => void; children: ReactNode };

/** A form at the side of the page. */
export function UserDrawer({ title, pending, send, close, children }: UserDrawerProps) {
  const { t } = useTranslation('ui');
  const phone = usePhone();
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={phone ? '100%' : 420}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          {children}
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
