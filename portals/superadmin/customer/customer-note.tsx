import { ActionIcon, Button, Group, Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Section } from '../../shared/ui/section';
import css from './customer-rail.module.css';

const CustomerNote_customer = graphql(`
  fragment CustomerNote_customer on Customer { id version internalNote viewerCan { update } }
`);

const SaveCustomerNote = graphql(`
  mutation SaveCustomerNote($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer { id version internalNote updatedAt }
      userErrors { path code message }
    }
  }
`);

/** What we know of them and don't tell them, written in its place. */
export function CustomerNote(props: { customer: FragmentType<typeof CustomerNote_customer> }) {
  const { t } = useTranslation(['portal', 'ui']);
  const { id, version, internalNote, viewerCan } = readFragment(CustomerNote_customer, props.customer);
  const [draft, setDraft] = useState<{ text: string; version: number }>();
  const { submit, pending, errorsByPath } = useSubmit(SaveCustomerNote, { fields: ['internalNote'] });
  const begin = () => setDraft({ text: internalNote ?? '', version });
  const save = async () => {
    if (!draft) return;
    if (await submit({ input: { id, version: draft.version, internalNote: draft.text } })) setDraft(undefined);
  };
  return (
    <Section
      plain
      title={t('customer.rail.note')}
      action={
        viewerCan.update &&
        !draft && (
          <ActionIcon size={28} aria-label={t('customer.rail.editNote')} onClick={begin}>
            <IconPencil size={15} stroke={1.7} />
          </ActionIcon>
        )
      }
    >
      {draft ? (
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
            <Button size="xs" variant="subtle" color="gray" onClick={() => setDraft(undefined)}>
              {t('cancel', { ns: 'ui' })}
            </Button>
          </Group>
        </>
      ) : (
        <p className={internalNote ? css.note : css.nothing}>{internalNote ?? t('customer.rail.noNote')}</p>
      )}
    </Section>
  );
}
