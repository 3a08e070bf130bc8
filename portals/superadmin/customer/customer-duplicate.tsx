import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import type { CopiedPart } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { usePhone } from '../../shared/ui/use-phone';

const DuplicateCustomer = graphql(`
  mutation DuplicateCustomer($input: DuplicateCustomerInput!) {
    duplicateCustomer(input: $input) { customer { id name reference } userErrors { path code message } }
  }
`);

const parts = [
  'IDENTITY',
  'TEAM',
  'CONTACTS',
  'ADDRESSES',
  'TAGS',
  'NOTE',
  'CUSTOM_FIELDS',
] as const satisfies readonly CopiedPart[];
const needs: Partial<Record<CopiedPart, string>> = {
  TAGS: 'customer.tags',
  NOTE: 'customer.internal',
  CUSTOM_FIELDS: 'customField.fill',
};

type CustomerDuplicateProps = { id: string; name: string; close: () => void };

/** Chooses what goes into the copy, makes it and opens it. */
export function CustomerDuplicate({ id, name: before, close }: CustomerDuplicateProps) {
  const { t } = useTranslation(['portal', 'ui']);
  const phone = usePhone();
  const navigate = useNavigate();
  const { permissions } = useViewer();
  const offered = parts.filter((part) => !needs[part] || permissions.includes(needs[part]));
  const [name, setName] = useState(t('customer.duplicate.nameOf', { name: before }));
  const [chosen, setChosen] = useState<string[]>(['TEAM', 'CONTACTS', 'ADDRESSES', 'TAGS']);
  const { submit, pending, errorsByPath } = useSubmit(DuplicateCustomer, { fields: ['name', 'parts'] });
  const send = async () => {
    const input = { id, name, parts: offered.filter((part) => chosen.includes(part)) };
    const payload = await submit({ input }, { refetchQueries: ['SuperadminCustomers', 'SuperadminCustomerFigures'] });
    if (!payload?.customer) return;
    done(t('customer.duplicate.done', { reference: payload.customer.reference }));
    close();
    void navigate(`/customers/${payload.customer.id}`);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('customer.duplicate.title', { name: before })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('customer.duplicate.name')}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errorsByPath.name}
          />
          <Checkbox.Group
            label={t('customer.duplicate.what')}
            description={t('customer.duplicate.never')}
            value={chosen}
            onChange={setChosen}
            error={errorsByPath.parts}
          >
            <Stack gap={phone ? 18 : 8} mt="xs">
              {offered.map((part) => (
                <Checkbox key={part} size={phone ? 'md' : 'xs'} value={part} label={t(`customer.duplicate.part.${part}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('customer.duplicate.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
