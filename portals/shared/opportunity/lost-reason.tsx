import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

type LostReasonProps = {
  title: string;
  /** What the server says of the reason given. */
  error?: string;
  pending: boolean;
  give: (reason: string) => void;
  close: () => void;
};

const longest = 1000;

/** Why a deal was lost: asked before it goes there. */
export default function LostReason({ title, error, pending, give, close }: LostReasonProps) {
  const { t } = useTranslation(['opportunity', 'ui']);
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    give(reason);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('lost.title', { title })}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
      centered
    >
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Textarea
            label={t('lost.reason')}
            description={t('lost.hint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={error}
            autosize
            minRows={2}
            maxLength={longest}
            maxRows={6}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel', { ns: 'ui' })}
            </Button>
            <Button type="submit" loading={pending}>
              {t('lost.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
