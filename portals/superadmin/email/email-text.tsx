import { useQuery } from '@apollo/client/react';
import { Button, Textarea, TextInput, Tooltip } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import css from './email.module.css';

const EmailVariables = graphql(`
  query EmailVariables { emailVariables { name label example } }
`);

type EmailTextProps = {
  subject: string;
  body: string;
  set: (patch: { subject?: string; body?: string }) => void;
  errors: Record<string, string>;
};

type Field = 'subject' | 'body';

/** Subject and text, and the variables: each goes where the cursor was. */
export function EmailText({ subject, body, set, errors }: EmailTextProps) {
  const { t } = useTranslation();
  const { data } = useQuery(EmailVariables);
  const line = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const last = useRef<Field>('body');
  const insert = (name: string) => {
    const field = last.current === 'subject' ? line.current : text.current;
    const before = last.current === 'subject' ? subject : body;
    const place = `{{${name}}}`;
    const [from, to] = [field?.selectionStart ?? before.length, field?.selectionEnd ?? before.length];
    set({ [last.current]: before.slice(0, from) + place + before.slice(to) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + place.length, from + place.length);
    });
  };
  return (
    <>
      <TextInput
        ref={line}
        label={t('emails.subject')}
        required
        maxLength={200}
        value={subject}
        onFocus={() => {
          last.current = 'subject';
        }}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        error={errors.subject}
      />
      <Textarea
        ref={text}
        label={t('emails.body')}
        description={t('emails.bodyHint')}
        required
        autosize
        minRows={9}
        maxRows={20}
        maxLength={20_000}
        value={body}
        onFocus={() => {
          last.current = 'body';
        }}
        onChange={(event) => set({ body: event.currentTarget.value })}
        error={errors.body}
      />
      <fieldset className={css.variables}>
        <legend>{t('emails.variables')}</legend>
        {data?.emailVariables.map(({ name, label, example }) => (
          <Tooltip key={name} label={t('emails.example', { example })}>
            <Button size="compact-xs" variant="default" onClick={() => insert(name)}>
              {label}
            </Button>
          </Tooltip>
        ))}
      </fieldset>
    </>
  );
}
