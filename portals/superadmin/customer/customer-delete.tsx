import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Failure } from '../../shared/ui/failure';
import { done } from '../../shared/ui/notify';
import { RowsSkeleton } from '../../shared/ui/skeletons';

const CustomerKeptFor = graphql(`
  query CustomerKeptFor($id: ID!) { customer(id: $id) { id keptFor { code message } } }
`);
const DeleteCustomer = graphql(`
  mutation DeleteCustomer($input: DeleteCustomerInput!) {
    deleteCustomer(input: $input) { deletedId userErrors { path code message } }
  }
`);

type CustomerDeleteProps = { id: string; name: string; close: () => void };

/** Says what keeps the record, or takes the name as a proof and deletes it. */
export function CustomerDelete({ id, name, close }: CustomerDeleteProps) {
  const { t } = useTranslation(['portal', 'ui']);
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(CustomerKeptFor, { variables: { id }, fetchPolicy: 'network-only' });
  const { submit, pending, errorsByPath } = useSubmit(DeleteCustomer, { fields: ['name'] });
  const [typed, setTyped] = useState('');
  const kept = data?.customer?.keptFor;
  const send = async () => {
    if (!(await submit({ input: { id, name: typed } }, { update: (cache) => void cache.evict({ fieldName: 'customers' }) })))
      return;
    done(t('customer.delete.done', { name }));
    void navigate('/customers');
  };
  return (
    <Modal opened onClose={close} title={t('customer.delete.title', { name })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {error && !kept && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!kept && !error && <RowsSkeleton rows={2} columns={1} />}
      {kept && kept.length > 0 && (
        <Stack gap="md">
          <Alert color="orange" icon={<IconLock size={18} stroke={1.7} />} title={t('customer.delete.kept')}>
            <List size="sm" spacing={4}>
              {kept.map(({ code, message }) => (
                <List.Item key={code}>{message}</List.Item>
              ))}
            </List>
          </Alert>
          <Text size="sm">{t('customer.delete.instead')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:close')}
            </Button>
          </Group>
        </Stack>
      )}
      {kept?.length === 0 && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Stack gap="md">
            <Text size="sm">{t('customer.delete.text')}</Text>
            <TextInput
              label={t('customer.delete.type', { name })}
              autoComplete="off"
              data-autofocus
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={errorsByPath.name}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('ui:cancel')}
              </Button>
              <Button type="submit" color="red" loading={pending} disabled={!typed.trim()}>
                {t('customer.delete.action')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
