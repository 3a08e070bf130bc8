import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, List, Modal, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { Failure } from '../../shared/ui/failure';
import { date, number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { isDay } from '../../shared/ui/paris';
import { RowsSkeleton } from '../../shared/ui/skeletons';

const AdminErasurePreview = graphql(`
  query AdminErasurePreview($id: ID!) {
    customer(id: $id) {
      id name
      erasurePreview { lines { what fate count records why keptUntil } obstacles { code message } }
    }
  }
`);
const AdminErase = graphql(`
  mutation AdminErase($input: EraseCustomerInput!) {
    eraseCustomer(input: $input) { customer { id name erasedAt } userErrors { path code message } }
  }
`);

/** What has no name of its own is called by its day. */
const said = (record: string): string => (isDay(record) ? date(record) : record);

type EraseDialogProps = { customerId: string; requestId?: string; close: () => void };

/** What would go, stay and be kept, record by record; then, with the name as a proof, it is done. */
export function EraseDialog({ customerId, requestId, close }: EraseDialogProps) {
  const { t, i18n } = useTranslation(['portal', 'ui']);
  const { data, error, refetch } = useQuery(AdminErasurePreview, { variables: { id: customerId }, fetchPolicy: 'network-only' });
  const { submit, pending, errorsByPath } = useSubmit(AdminErase, { fields: ['name', 'answer'] });
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState(t('requests.erase.letter'));
  const preview = data?.customer?.erasurePreview;
  const name = data?.customer?.name ?? '';
  const send = async () => {
    const input = { id: customerId, name: typed, ...(requestId ? { requestId, answer } : {}) };
    if (!(await submit({ input }, { refetchQueries: ['AdminRequest', 'AdminRequests', 'CustomerConsents', 'Customer360'] })))
      return;
    done(t('requests.erase.done'));
    close();
  };
  const calledOf = (what: string) => (i18n.exists(`requests.what.${what}`, { ns: 'portal' }) ? t(`requests.what.${what}`) : what);
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={t('requests.erase.title', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {error && !preview && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!preview && !error && <RowsSkeleton rows={4} columns={2} />}
      {preview && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Stack gap="md">
            {preview.obstacles.length > 0 && (
              <Alert color="orange" icon={<IconLock size={18} stroke={1.7} />} title={t('requests.erase.obstacles')}>
                <List size="sm" spacing={4}>
                  {preview.obstacles.map(({ code, message }) => (
                    <List.Item key={code}>{message}</List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Text size="sm">{t('requests.erase.text')}</Text>
            <Table.ScrollContainer
              minWidth={280}
              maxHeight={320}
              scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('requests.erase.what') } }}
            >
              <Table verticalSpacing={6} fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('requests.erase.what')}</Table.Th>
                    <Table.Th>{t('requests.erase.fate')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {preview.lines.map(({ what, fate, count, records, why, keptUntil }) => (
                    <Table.Tr key={what}>
                      <Table.Td>
                        {calledOf(what)} ({number(count)})
                        {records.length > 0 && (
                          <Text size="xs" c="dimmed" lineClamp={2}>
                            {records.map(said).join(', ')}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        {t(`requests.fates.${fate}`)}
                        {keptUntil && (
                          <Text size="xs" c="dimmed">
                            {t('requests.erase.until', { date: date(keptUntil) })} {why}
                          </Text>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {preview.obstacles.length > 0 ? (
              <Group justify="flex-end">
                <Button variant="default" onClick={close}>
                  {t('ui:close')}
                </Button>
              </Group>
            ) : (
              <>
                {requestId && (
                  <Textarea
                    label={t('requests.said.complete')}
                    autosize
                    minRows={2}
                    value={answer}
                    onChange={(event) => setAnswer(event.currentTarget.value)}
                    error={errorsByPath.answer}
                  />
                )}
                <TextInput
                  label={t('requests.erase.type', { name })}
                  autoComplete="off"
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                  error={errorsByPath.name}
                />
                <DialogButtons close={close} pending={pending} danger disabled={!typed.trim()}>
                  {t('requests.erase.action')}
                </DialogButtons>
              </>
            )}
          </Stack>
        </form>
      )}
    </Modal>
  );
}
