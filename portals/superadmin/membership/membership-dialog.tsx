import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './membership.module.css';
import { PartChecks, type Parts } from './part-checks';

type MembershipDialogProps = {
  title: string;
  sees: Parts;
  change: (sees: Parts) => void;
  pending: boolean;
  send: () => void;
  close: () => void;
  /** Whom it is about, where that is still to be said. */
  children?: ReactNode;
};

/** What somebody is to see of a customer. */
export function MembershipDialog({ title, sees, change, pending, send, close, children }: MembershipDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          {children}
          <fieldset className={css.sees}>
            <legend>{t('memberships.sees')}</legend>
            <PartChecks value={sees} change={change} />
          </fieldset>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
