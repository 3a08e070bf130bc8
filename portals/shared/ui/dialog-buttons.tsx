import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type DialogButtonsProps = {
  close: () => void;
  pending: boolean;
  disabled?: boolean;
  danger?: boolean;
  /** What sending does, as a verb. */
  children: ReactNode;
};

/** The end of a dialog's form: away, or send it. */
export function DialogButtons({ close, pending, disabled, danger, children }: DialogButtonsProps) {
  const { t } = useTranslation('ui');
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" onClick={close}>
        {t('cancel')}
      </Button>
      <Button type="submit" color={danger ? 'red' : undefined} loading={pending} disabled={disabled}>
        {children}
      </Button>
    </Group>
  );
}
