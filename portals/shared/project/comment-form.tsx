import type { Reference } from '@apollo/client';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../auth/session';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import type { Reader } from './project-discussion';
import css from './project-discussion.module.css';

const AddProjectComment = graphql(`
  mutation AddProjectComment($input: AddProjectCommentInput!) {
    addProjectComment(input: $input) {
      comment { id body createdAt author { id name } }
      userErrors { path code message }
    }
  }
`);

type Comments = { nodes: Reference[]; totalCount?: number };

/** The answer as it is expected, with the type names that the cache joins by. */
function said(body: string, { id, name }: { id: string; name: string }) {
  const comment = {
    __typename: 'ProjectComment',
    id: `new-${Date.now()}`,
    body,
    createdAt: new Date().toISOString(),
    author: { __typename: 'User', id, name },
  };
  return { addProjectComment: { __typename: 'AddProjectCommentPayload', userErrors: [], comment } };
}

/** Shown at once; the words come back into the field when the server refuses them. */
export function CommentForm({ id, reader }: { id: string; reader: Reader }) {
  const { t } = useTranslation('discussion');
  const viewer = useViewer();
  const [body, setBody] = useState('');
  const { submit, pending, errorsByPath } = useSubmit(AddProjectComment, { fields: ['body'] });

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const words = body;
    setBody('');
    const payload = await submit(
      { input: { projectId: id, body: words } },
      {
        optimisticResponse: words.trim() ? said(words, viewer) : undefined,
        update: (cache, { data }) => {
          const comment = data?.addProjectComment.comment;
          if (!comment) return;
          cache.modify<{ comments: Comments }>({
            id: cache.identify({ __typename: 'Project', id }),
            fields: {
              comments: (known, { toReference }) => {
                const added = toReference({ __typename: 'ProjectComment', id: comment.id });
                const { nodes = [], totalCount = 0 } = known as Comments;
                return added ? { ...known, nodes: [added, ...nodes], totalCount: totalCount + 1 } : known;
              },
            },
          });
        },
      },
    );
    if (!payload) setBody((typed) => typed || words);
  }

  return (
    <form className={css.reply} onSubmit={(event) => void send(event)}>
      <Textarea
        aria-label={t(`for.${reader}.write`)}
        placeholder={t(`for.${reader}.write`)}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={errorsByPath.body}
        autosize
        minRows={1}
        maxRows={8}
        flex={1}
      />
      <Button type="submit" variant="default" loading={pending}>
        {t('send')}
      </Button>
    </form>
  );
}
