import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Failure } from '../../shared/ui/failure';
import { dateTime, relative } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import css from './project.module.css';
import { ProjectCommentForm } from './project-comment-form';

const AdminProjectComments = graphql(`
  query AdminProjectComments($id: ID!, $after: String) {
    project(id: $id) {
      id
      comments(first: 20, after: $after) {
        nodes { id body audience createdAt author { id name } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

const none = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

type ProjectCommentsProps = { id: string; comment: boolean; forTeam: boolean };

/** What was said: the newest last, beside the answer. What only the team reads says so. */
export function ProjectComments({ id, comment, forTeam }: ProjectCommentsProps) {
  const { t } = useTranslation();
  const list = useConnection(AdminProjectComments, { id }, (data) => data.project?.comments ?? none);
  const comments = list.rows?.toReversed();
  return (
    <Section title={t('comments.title')} count={list.total}>
      {list.problem && !comments && <Failure problem={list.problem} retry={list.retry} />}
      {!comments && !list.problem && <RowsSkeleton rows={2} columns={0} />}
      {list.more && (
        <Button variant="subtle" color="gray" size="xs" mb={12} onClick={list.more} loading={list.loadingMore}>
          {t('comments.older')}
        </Button>
      )}
      {comments?.length === 0 && <p className={css.nothing}>{t('comments.none')}</p>}
      <div role="log" aria-label={t('comments.title')}>
        {comments?.map(({ id: key, body, audience, createdAt, author }) => (
          <article key={key} className={css.message}>
            <span aria-hidden>
              <Person name={author?.name ?? '?'} size={28} only />
            </span>
            <div>
              <p className={css.from}>
                {author?.name ?? t('comments.gone')}
                <time dateTime={createdAt} title={dateTime(createdAt)}>
                  {relative(createdAt)}
                </time>
                {audience === 'TEAM' && (
                  <span className={css.team}>
                    <IconLock size={13} stroke={1.8} aria-hidden />
                    {t('comments.team')}
                  </span>
                )}
              </p>
              <p className={css.body}>{body}</p>
            </div>
          </article>
        ))}
      </div>
      {comment && <ProjectCommentForm id={id} forTeam={forTeam} />}
    </Section>
  );
}
