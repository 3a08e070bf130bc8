import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { DocumentCategory, DocumentVisibility } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { DialogButtons } from '../ui/dialog-buttons';
import { done } from '../ui/notify';
import { categories, visibilities } from './document-categories';

const UpdateDocument = graphql(`
  mutation UpdateDocument($input: UpdateDocumentInput!) {
    updateDocument(input: $input) {
      document { id ...DocumentRow_document }
      userErrors { path code message }
    }
  }
`);

const fields = ['name', 'category', 'visibility'] as const;

type DocumentEditProps = {
  document: { id: string; name: string; category: DocumentCategory; visibility: DocumentVisibility; version: number };
  /** Lets the person choose who sees it: for our own people. */
  sharing?: boolean;
  changed: () => void;
  close: () => void;
};

/** What a document is called, what it is and who sees it. */
export default function DocumentEdit({ document: { id, version, ...now }, sharing, changed, close }: DocumentEditProps) {
  const { t } = useTranslation(['document', 'ui']);
  const { submit, pending, errorsByPath } = useSubmit(UpdateDocument, { fields });
  const form = useForm({ initialValues: { name: now.name, category: now.category, visibility: now.visibility } });
  const send = form.onSubmit(async ({ name, category, visibility }) => {
    const input = { id, version, name, category, ...(sharing && { visibility }) };
    if (!(await submit({ input }))) return;
    done(t('edit.done', { name }));
    changed();
    close();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('edit.title', { name: now.name })}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('edit.name')}
            required
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('name')}
            error={errorsByPath.name}
          />
          <Select
            label={t('edit.category')}
            allowDeselect={false}
            data={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            {...form.getInputProps('category')}
            error={errorsByPath.category}
          />
          {sharing && (
            <Select
              label={t('seenBy')}
              description={t(`visibilityHint.${form.values.visibility}`)}
              allowDeselect={false}
              data={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
              {...form.getInputProps('visibility')}
              error={errorsByPath.visibility}
            />
          )}
          <DialogButtons close={close} pending={pending}>
            {t('save', { ns: 'ui' })}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
