import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { dateTime, relative } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import { CommentForm } from './comment-form';
import css from './project.module.css';

const PrestataireComments = graphql(`
  query PrestataireComments($id: ID!, $after: String) {
    project(id: $id) {
      id
      comments(first: 10, after: $after) {
        nodes { id body createdAt author { id name } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

const none = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** The talk about a project, the newest last, above the answer. */
export function ProjectComments({ id, canComment }: { id: string; canComment: boolean }) {
  const { t } = useTranslation();
  const list = useConnection(PrestataireComments, { id }, (data) => data.project?.comments ?? none);
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
      {comments?.length === 0 && (
        <Empty icon={IconMessage} title={t('comments.none')}>
          {t('comments.noneText')}
        </Empty>
      )}
      <div role="log" aria-label={t('comments.title')}>
        {comments?.map((comment) => (
          <article key={comment.id} className={css.comment}>
            <Person name={comment.author?.name ?? t('comments.somebody')} size={28} only />
            <div>
              <p className={css.from}>
                {comment.author?.name ?? t('comments.somebody')}
                <time dateTime={comment.createdAt} title={dateTime(comment.createdAt)}>
                  {relative(comment.createdAt)}
                </time>
              </p>
              <p className={css.body}>{comment.body}</p>
            </div>
          </article>
        ))}
      </div>
      {canComment && <CommentForm id={id} sent={list.retry} />}
    </Section>
  );
}
