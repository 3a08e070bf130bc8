import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import css from './project.module.css';

const AdminAddProjectComment = graphql(`
  mutation AdminAddProjectComment($input: AddProjectCommentInput!) {
    addProjectComment(input: $input) { comment { id } userErrors { path code message } }
  }
`);

/** Says something to everybody on the project, or to our own people only. */
export function ProjectCommentForm({ id, forTeam }: { id: string; forTeam: boolean }) {
  const { t } = useTranslation();
  const [body, setBody] = useState('');
  const [team, setTeam] = useState(false);
  const { submit, pending, errorsByPath } = useSubmit(AdminAddProjectComment, { fields: ['body'] });

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const payload = await submit(
      { input: { projectId: id, body, audience: team ? 'TEAM' : 'EVERYONE' } },
      { refetchQueries: ['AdminProjectComments'], awaitRefetchQueries: true },
    );
    if (payload) setBody('');
  }

  return (
    <form className={css.reply} onSubmit={(event) => void send(event)} noValidate>
      <Textarea
        aria-label={t('comments.write')}
        placeholder={t('comments.write')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={errorsByPath.body}
        autosize
        minRows={2}
        maxRows={8}
      />
      <div className={css.replyFoot}>
        {forTeam ? (
          <Checkbox label={t('comments.onlyTeam')} checked={team} onChange={(event) => setTeam(event.currentTarget.checked)} />
        ) : (
          <span />
        )}
        <Button type="submit" variant="default" loading={pending}>
          {t('comments.send')}
        </Button>
      </div>
    </form>
  );
}
