import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateTime } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';

const AdminAddBreachEntry = graphql(`
  mutation AdminAddBreachEntry($input: AddDataBreachEntryInput!) {
    addDataBreachEntry(input: $input) { dataBreachEntry { id } userErrors { path code message } }
  }
`);

type Entry = { id: string; body: string; at: string; author: { name: string } | null };
type BreachFollowUpProps = { id: string; entries: readonly Entry[]; mayAdd: boolean };

/** What was found out or done since. It stays as it was said. */
export function BreachFollowUp({ id, entries, mayAdd }: BreachFollowUpProps) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminAddBreachEntry, { fields: ['body'] });
  const [body, setBody] = useState('');
  const send = async () => {
    if (!(await submit({ input: { id, body } }, { refetchQueries: ['AdminBreach'] }))) return;
    done(t('breaches.added'));
    setBody('');
  };
  return (
    <Section title={t('breaches.followUp')} count={entries.length}>
      <Stack gap="md">
        {mayAdd && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Stack gap="xs" align="flex-start">
              <Textarea
                w="100%"
                label={t('breaches.entry')}
                description={t('breaches.entryText')}
                autosize
                minRows={2}
                value={body}
                onChange={(event) => setBody(event.currentTarget.value)}
                error={errorsByPath.body}
              />
              <Button type="submit" variant="default" loading={pending} disabled={!body.trim()}>
                {t('breaches.add')}
              </Button>
            </Stack>
          </form>
        )}
        {entries.map(({ id: key, body: said, at, author }) => (
          <div key={key}>
            <Text size="xs" c="dimmed">
              {[dateTime(at), author?.name].filter(Boolean).join(', ')}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {said}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
