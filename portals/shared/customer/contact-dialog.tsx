import { Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormNotices } from '../frame/form-notices';
import { useMeanwhile } from '../frame/use-meanwhile';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { DialogButtons } from '../ui/dialog-buttons';
import { phoneText } from '../ui/format';
import { done } from '../ui/notify';
import { PartGone } from './part-gone';

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
  /** It was deleted meanwhile: what it last was is `contact`. */
  gone: boolean;
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
export default function ContactDialog({ customerId, contact: known, gone, changed, close }: ContactDialogProps) {
  const { t } = useTranslation(['contact', 'ui']);
  // What was typed of a contact that is gone may become a new one.
  const [anew, setAnew] = useState(false);
  const contact = anew ? undefined : known;
  const add = useSubmit(AddContact, { fields });
  const update = useSubmit(UpdateContact, { fields, says: ['NOT_FOUND', 'CONFLICT'] });
  const errors = contact ? update.errorsByPath : add.errorsByPath;
  const form = useForm({ initialValues: wordsOf(known) });
  const lost = contact !== undefined && (gone || update.refused === 'NOT_FOUND');
  const { opened, meanwhile, movedOn } = useMeanwhile({
    saved: contact && !lost ? wordsOf(contact) : undefined,
    version: contact?.version,
    words: form.values,
    set: form.setValues,
    pending: update.pending,
  });
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
          {lost && <PartGone what="contact" anew={() => setAnew(true)} />}
          <FormNotices
            subject={lost ? undefined : contact?.id}
            meanwhile={meanwhile}
            late={update.refused === 'CONFLICT'}
            movedOn={movedOn}
            label={(field) => t(`field.${field as 'name'}`)}
            show={(field, value) => (field === 'primary' ? t(value ? 'yes' : 'no') : String(value))}
          />
          <TextInput {...text('name')} required data-autofocus />
          <TextInput {...text('position')} />
          <TextInput {...text('email')} type="email" />
          <TextInput {...text('phone')} type="tel" placeholder="02 98 00 11 22" />
          <Checkbox
            label={t('field.primary')}
            description={t('primaryHint')}
            {...form.getInputProps('primary', { type: 'checkbox' })}
          />
          <DialogButtons close={close} pending={add.pending || update.pending} disabled={lost}>
            {contact ? t('save', { ns: 'ui' }) : t('add')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
