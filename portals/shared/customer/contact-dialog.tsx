import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { phoneText } from '../ui/format';
import { done } from '../ui/notify';
import { ChangedMeanwhile } from './changed-meanwhile';

const AddContact = graphql(`
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) { contact { id name position email phone primary version } userErrors { path code message } }
  }
`);
const UpdateContact = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) { contact { id name position email phone primary version } userErrors { path code message } }
  }
`);

const fields = ['name', 'position', 'email', 'phone'] as const;

type ContactDialogProps = {
  customerId: string;
  /** The one to change; without it a new one is added. */
  contact?: {
    id: string;
    name: string;
    position: string | null;
    email: string | null;
    phone: string | null;
    primary: boolean;
    version: number;
  };
  changed: () => void;
  close: () => void;
};

const wordsOf = (contact: ContactDialogProps['contact']) => ({
  name: contact?.name ?? '',
  position: contact?.position ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ? phoneText(contact.phone) : '',
  primary: contact?.primary ?? false,
});

/** Adds or changes a contact. The server says what is wrong, each at its field. */
export default function ContactDialog({ customerId, contact, changed, close }: ContactDialogProps) {
  const { t } = useTranslation(['contact', 'ui']);
  const add = useSubmit(AddContact, { fields });
  const update = useSubmit(UpdateContact, { fields });
  const errors = contact ? update.errorsByPath : add.errorsByPath;
  const form = useForm({ initialValues: wordsOf(contact) });
  const [opened, take] = useState(contact?.version);
  const takeTheirs = () => {
    form.setValues(wordsOf(contact));
    take(contact?.version);
  };
  const send = form.onSubmit(async (values) => {
    const saved = contact
      ? await update.submit({ input: { id: contact.id, version: opened, ...values } })
      : await add.submit({ input: { customerId, ...values } });
    // Somebody else may have been faster: what they saved is read.
    if (!saved) return contact && changed();
    done(t(contact ? 'saved' : 'added', { name: values.name }));
    changed();
    close();
  });
  const text = (field: (typeof fields)[number]) => ({
    label: t(`field.${field}`),
    autoComplete: 'off',
    ...form.getInputProps(field),
    error: errors[field],
  });
  return (
    <Modal
      opened
      onClose={close}
      title={contact ? t('change', { name: contact.name }) : t('new')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          {contact && contact.version !== opened && !update.pending && <ChangedMeanwhile take={takeTheirs} />}
          <TextInput {...text('name')} required data-autofocus />
          <TextInput {...text('position')} />
          <TextInput {...text('email')} type="email" />
          <TextInput {...text('phone')} type="tel" placeholder="02 98 00 11 22" />
          <Checkbox
            label={t('field.primary')}
            description={t('primaryHint')}
            {...form.getInputProps('primary', { type: 'checkbox' })}
          />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={close}>
              {t('cancel', { ns: 'ui' })}
            </Button>
            <Button type="submit" loading={add.pending || update.pending}>
              {contact ? t('save', { ns: 'ui' }) : t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
