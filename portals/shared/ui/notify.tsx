import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';

const undoSeconds = 5;
const close = () => ({ 'aria-label': i18next.t('ui:close') });

/** Says that something was done. */
export function done(message: string): void {
  notifications.show({ message, color: 'green', icon: <IconCheck size={16} />, closeButtonProps: close() });
}

/** Says that something failed and how to go on. Stays until it is closed. */
export function failed(message: string, title?: string): void {
  notifications.show({
    title,
    message,
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    autoClose: false,
    closeButtonProps: close(),
  });
}

/** Acts in five seconds, unless the person takes it back meanwhile. Show the result at once, and put it back in `undo`. */
export function undoable(message: string, act: () => void, undo: () => void): void {
  const timer = setTimeout(act, undoSeconds * 1000);
  const id = notifications.show({
    autoClose: undoSeconds * 1000,
    closeButtonProps: close(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            clearTimeout(timer);
            undo();
            notifications.hide(id);
          }}
        >
          {i18next.t('ui:undo')}
        </Button>
      </Group>
    ),
  });
}
