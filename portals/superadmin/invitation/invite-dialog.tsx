import { useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { type Invited, InvitedCustomers } from './invited-customers';

const RolesToGive = graphql(`
  query RolesToGive { roles { id key name reach viewerCan { give } } }
`);
const InviteUser = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) { invitation { id email } userErrors { path code message } }
  }
`);

/** Somebody by mail: the role, and for a client the customers and what of them they see. */
export default function InviteDialog({ customers = [], close }: { customers?: Invited[]; close: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(RolesToGive);
  const { submit, pending, errorsByPath } = useSubmit(InviteUser);
  const form = useForm({ initialValues: { email: '', roleKey: 'client', locale: 'fr', customers } });
  const roles = data?.roles.filter(({ viewerCan }) => viewerCan.give) ?? [];
  const isClient = roles.find(({ key }) => key === form.values.roleKey)?.reach === 'CLIENT';
  const send = form.onSubmit(async ({ email, roleKey, locale, customers }) => {
    const invited = isClient ? customers.map(({ name: _, ...customer }) => customer) : [];
    const input = { email: email.trim(), roleKey, locale, customers: invited };
    if (!(await submit({ input }, { refetchQueries: ['AdminInvitations', 'AdminCustomerAccess'] }))) return;
    done(t('invitations.invited', { email: input.email }));
    close();
  });
  return (
    <Modal opened onClose={close} title={t('invitations.invite')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('invitations.email')}
            type="email"
            data-autofocus
            {...form.getInputProps('email')}
            error={errorsByPath.email}
          />
          <Group grow align="start">
            <Select
              label={t('invitations.role')}
              allowDeselect={false}
              data={roles.map(({ key, name }) => ({ value: key, label: name }))}
              {...form.getInputProps('roleKey')}
              error={errorsByPath.roleKey}
            />
            <Select
              label={t('invitations.locale')}
              allowDeselect={false}
              data={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
              {...form.getInputProps('locale')}
              error={errorsByPath.locale}
            />
          </Group>
          {isClient && (
            <InvitedCustomers
              value={form.values.customers}
              change={(customers) => form.setFieldValue('customers', customers)}
              errors={errorsByPath}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('invitations.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
