import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';

const SaveCustomerNote = graphql(`
  mutation SaveCustomerNote($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer { id version internalNote updatedAt }
      userErrors { path code message }
    }
  }
`);

type CustomerNoteFormProps = { id: string; version: number; note: string; close: () => void };

/** Keeps the version it began with: who wrote meanwhile is not written over. */
export default function CustomerNoteForm({ id, version, note, close }: CustomerNoteFormProps) {
  const { t } = useTranslation(['portal', 'ui']);
  const [draft, setDraft] = useState({ text: note, version });
  const { submit, pending, errorsByPath } = useSubmit(SaveCustomerNote, { fields: ['internalNote'] });
  const save = async () => {
    if (await submit({ input: { id, version: draft.version, internalNote: draft.text } })) close();
  };
  return (
    <>
      <Textarea
        aria-label={t('customer.rail.note')}
        autosize
        minRows={2}
        maxRows={12}
        autoFocus
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        error={errorsByPath.internalNote}
      />
      <Group mt="xs" gap="xs">
        <Button size="xs" variant="default" onClick={() => void save()} loading={pending}>
          {t('save', { ns: 'ui' })}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={close}>
          {t('cancel', { ns: 'ui' })}
        </Button>
      </Group>
    </>
  );
}
