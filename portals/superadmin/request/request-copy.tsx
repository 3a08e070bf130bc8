import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload, IconFileZip } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { bytes, date, dateTime } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { Status, type Tone } from '../../shared/ui/status';
import { Timeline } from '../../shared/ui/timeline';

const RequestCopy_request = graphql(`
  fragment RequestCopy_request on DataSubjectRequest {
    id contact inPortal
    archives {
      id status size createdAt expiresAt deliveredAt collectedAt downloadUrl error
      createdBy { id name }
      viewerCan { deliver }
    }
    viewerCan { prepareArchive }
  }
`);
const AdminPrepareCopy = graphql(`
  mutation AdminPrepareCopy($input: PrepareDataArchiveInput!) {
    prepareDataArchive(input: $input) { archive { id } userErrors { path code message } }
  }
`);
const AdminDeliverCopy = graphql(`
  mutation AdminDeliverCopy($input: DeliverDataArchiveInput!) {
    deliverDataArchive(input: $input) { archive { id } userErrors { path code message } }
  }
`);

type State = 'QUEUED' | 'READY' | 'DELIVERED' | 'FAILED' | 'EXPIRED';
const tones: Record<State, Tone> = { QUEUED: 'blue', READY: 'yellow', DELIVERED: 'green', FAILED: 'red', EXPIRED: 'gray' };

type RequestCopyProps = { request: FragmentType<typeof RequestCopy_request>; refetch: () => Promise<unknown> };

/** The copy that answers a request for access or portability: written, looked through, handed over. */
export function RequestCopy({ refetch, ...props }: RequestCopyProps) {
  const { t } = useTranslation();
  const { id, archives, contact, inPortal, viewerCan } = readFragment(RequestCopy_request, props.request);
  const [delivering, setDelivering] = useState<string>();
  const prepare = useSubmit(AdminPrepareCopy);
  const underWay = archives.some(({ status }) => status === 'QUEUED');
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => void refetch(), 1_000);
    return () => clearInterval(timer);
  }, [underWay, refetch]);
  const ready = archives.find((archive) => archive.viewerCan.deliver);
  const begin = async () => {
    if (!(await prepare.submit({ input: { requestId: id } }))) return;
    done(t('requests.copy.begun'));
    await refetch();
  };
  const how = inPortal ? 'PORTAL' : contact?.includes('@') ? 'LINK' : 'HAND';
  return (
    <Section
      title={t('requests.copy.title')}
      count={archives.length}
      action={
        <Group gap="xs">
          {viewerCan.prepareArchive && !underWay && (
            <Button
              size="xs"
              variant={ready ? 'default' : 'filled'}
              leftSection={<IconFileZip size={14} stroke={2} />}
              loading={prepare.pending}
              onClick={() => void begin()}
            >
              {t(archives.length ? 'requests.copy.again' : 'requests.copy.prepare')}
            </Button>
          )}
          {ready && (
            <Button size="xs" onClick={() => setDelivering(ready.id)}>
              {t('requests.copy.deliver')}
            </Button>
          )}
        </Group>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('requests.copy.text')}
      </Text>
      {archives.length > 0 && (
        <Timeline
          items={archives.map(
            ({ id: key, status, size, createdAt, createdBy, expiresAt, deliveredAt, collectedAt, downloadUrl, error }) => {
              const state: State = status === 'READY' && deliveredAt ? 'DELIVERED' : status;
              return {
                id: key,
                at: createdAt,
                icon: IconFileZip,
                title: t('requests.copy.madeAt', { date: dateTime(createdAt) }),
                detail: (
                  <Group gap="sm" mt={4}>
                    <Status quiet tone={tones[state]}>
                      {t(`requests.copy.statuses.${state}`)}
                    </Status>
                    {error}
                    {downloadUrl && (
                      <Button
                        component="a"
                        href={downloadUrl}
                        size="compact-sm"
                        variant="default"
                        leftSection={<IconDownload size={14} stroke={2} />}
                      >
                        {t('requests.copy.fetch')}
                      </Button>
                    )}
                  </Group>
                ),
                who: [
                  createdBy?.name,
                  size === null ? null : bytes(size),
                  expiresAt && status === 'READY' && t('requests.copy.until', { date: date(expiresAt) }),
                  deliveredAt &&
                    (collectedAt
                      ? t('requests.copy.collected', { date: dateTime(collectedAt) })
                      : t('requests.copy.notCollected')),
                ]
                  .filter(Boolean)
                  .join(', '),
              };
            },
          )}
        />
      )}
      {delivering && (
        <Deliver
          id={delivering}
          how={t(`requests.copy.how.${how}`, { contact })}
          close={() => setDelivering(undefined)}
          refetch={refetch}
        />
      )}
    </Section>
  );
}

type DeliverProps = { id: string; how: string; close: () => void; refetch: () => Promise<unknown> };

function Deliver({ id, how, close, refetch }: DeliverProps) {
  const { t } = useTranslation(['portal', 'ui']);
  const { submit, pending, errorsByPath } = useSubmit(AdminDeliverCopy, { fields: ['answer'] });
  const [answer, setAnswer] = useState(t('requests.copy.letter'));
  const send = async () => {
    if (!(await submit({ input: { id, answer } }))) return;
    done(t('requests.copy.delivered'));
    close();
    await refetch();
  };
  return (
    <Modal opened onClose={close} title={t('requests.copy.deliver')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{how}</Text>
          <Textarea
            label={t('requests.said.complete')}
            autosize
            minRows={3}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
            error={errorsByPath.answer}
            data-autofocus
          />
          <DialogButtons close={close} pending={pending} disabled={!answer.trim()}>
            {t('requests.copy.deliver')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
