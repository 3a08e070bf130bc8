import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import css from './project.module.css';

const PrestataireComment = graphql(`
  mutation PrestataireComment($input: AddProjectCommentInput!) {
    addProjectComment(input: $input) {
      comment { id }
      userErrors { path code message }
    }
  }
`);

/** Keeps what was typed until the server has taken it: a lost line on a building site loses no words. */
export function CommentForm({ id, sent }: { id: string; sent: () => void }) {
  const { t } = useTranslation();
  const [body, setBody] = useState('');
  const { submit, pending, errorsByPath } = useSubmit(PrestataireComment, { fields: ['body'] });

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await submit({ input: { projectId: id, body } }))) return;
    setBody('');
    sent();
  }

  return (
    <form className={css.reply} onSubmit={(event) => void send(event)}>
      <Textarea
        aria-label={t('comments.write')}
        placeholder={t('comments.write')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={errorsByPath.body}
        autosize
        minRows={1}
        maxRows={8}
        flex={1}
      />
      <Button type="submit" variant="default" loading={pending}>
        {t('comments.send')}
      </Button>
    </form>
  );
}
