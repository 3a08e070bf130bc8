import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { MissionStatus } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { usePhone } from '../../shared/ui/use-phone';

const PrestataireAdvance = graphql(`
  mutation PrestataireAdvance($input: ChangeMissionStatusInput!) {
    changeMissionStatus(input: $input) {
      mission {
        id version status deliveredAt approvedAt allowedStatuses
        steps { id from to note at author { id name } }
      }
      userErrors { path code message }
    }
  }
`);

type AdvanceDialogProps = {
  mission: { id: string; title: string; version: number; allowedStatuses: readonly MissionStatus[] };
  to: MissionStatus;
  close: () => void;
};

/** Asks before a mission moves on, which only we can take back, and takes what is to be said with it. */
export function AdvanceDialog({ mission, to, close }: AdvanceDialogProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const client = useApolloClient();
  const [note, setNote] = useState('');
  const [opened, take] = useState(mission.version);
  const { submit, pending, errorsByPath } = useSubmit(PrestataireAdvance, { fields: ['note'] });
  const stale = mission.version !== opened;
  const possible = mission.allowedStatuses.includes(to);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const payload = await submit(
      { input: { id: mission.id, status: to, note: note.trim() || null, version: opened } },
      { refetchQueries: 'active' },
    );
    if (!payload) {
      void client.refetchQueries({ include: 'active' });
      return;
    }
    done(t(`advance.${to}.done`, { title: mission.title }));
    close();
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t(`advance.${to}.title`, { title: mission.title })}
      size={520}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          {stale && (
            <Alert color="yellow" icon={<IconAlertTriangle size={16} />} title={t('advance.stale')} role="alert">
              {t(possible ? 'advance.staleText' : 'advance.staleEnd')}
              <Group mt="xs">
                <Button size="xs" variant="default" onClick={() => (possible ? take(mission.version) : close())}>
                  {t('advance.reload')}
                </Button>
              </Group>
            </Alert>
          )}
          <p style={{ margin: 0 }}>{t(`advance.${to}.text`)}</p>
          <Textarea
            label={t(`advance.${to}.note`)}
            description={t('advance.noteHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={errorsByPath.note}
            autosize
            minRows={3}
            maxRows={10}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={stale}>
              {t(`advance.${to}.action`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
