import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { dateTime } from '../ui/format';
import { Section } from '../ui/section';
import { Person } from '../ui/who';
import css from './opportunity.module.css';

const OpportunityNotes_opportunity = graphql(`
  fragment OpportunityNotes_opportunity on Opportunity {
    id
    notes { id body createdAt author { id name } }
    viewerCan { addNote }
  }
`);

const AddOpportunityNote = graphql(`
  mutation AddOpportunityNote($input: AddOpportunityNoteInput!) {
    addOpportunityNote(input: $input) {
      note { id body createdAt author { id name } }
      userErrors { path code message }
    }
  }
`);

const longest = 10_000;

/** What was written down, the latest first, and the place to write more. */
export function OpportunityNotes(props: { opportunity: FragmentType<typeof OpportunityNotes_opportunity> }) {
  const { t } = useTranslation('opportunity');
  const { id, notes, viewerCan } = readFragment(OpportunityNotes_opportunity, props.opportunity);
  const { submit, pending, errorsByPath } = useSubmit(AddOpportunityNote, { fields: ['body'] });
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const publish = async () => {
    if (!text.trim()) return field.current?.focus();
    const payload = await submit(
      { input: { opportunityId: id, body: text } },
      {
        update: (cache, { data }) => {
          const note = data?.addOpportunityNote.note;
          if (!note) return;
          cache.modify({
            id: cache.identify({ __typename: 'Opportunity', id }),
            fields: {
              notes: (known: readonly object[], { toReference }) => {
                const reference = toReference({ __typename: 'OpportunityNote', id: note.id });
                return reference ? [reference, ...known] : known;
              },
            },
          });
        },
      },
    );
    if (payload) setText('');
  };
  return (
    <Section title={t('notes.title')} count={notes.length || undefined}>
      {viewerCan.addNote && (
        <div className={css.composer}>
          <Textarea
            ref={field}
            variant="unstyled"
            aria-label={t('notes.write')}
            placeholder={t('notes.write')}
            autosize
            minRows={1}
            maxRows={10}
            maxLength={longest}
            flex={1}
            value={text}
            error={errorsByPath.body}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void publish();
            }}
          />
          <Button size="xs" variant="default" loading={pending} onClick={() => void publish()}>
            {t('notes.publish')}
          </Button>
        </div>
      )}
      {notes.length === 0 && <p className={css.nothing}>{t('notes.none')}</p>}
      <ol className={css.notes}>
        {notes.map(({ id: noteId, body, createdAt, author }) => (
          <li key={noteId}>
            <div className={css.byline}>
              {author && <Person name={author.name} size={20} />}
              <time dateTime={createdAt}>{dateTime(createdAt)}</time>
            </div>
            <p className={css.body}>{body}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
