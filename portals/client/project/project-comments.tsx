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

const ClientProjectComments = graphql(`
  query ClientProjectComments($id: ID!, $after: String) {
    project(id: $id) {
      id
      comments(first: 20, after: $after) {
        nodes { id body createdAt author { id name } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

const none = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** What was said about the project: the newest last, beside the answer. */
export function ProjectComments({ id, canComment }: { id: string; canComment: boolean }) {
  const { t } = useTranslation();
  const list = useConnection(ClientProjectComments, { id }, (data) => data.project?.comments ?? none);
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
        {comments?.map(({ id: key, body, createdAt, author }) => (
          <article key={key} className={css.message}>
            <Person name={author?.name ?? t('comments.team')} size={28} only />
            <div>
              <p className={css.from}>
                {author?.name ?? t('comments.team')}
                <time dateTime={createdAt} title={dateTime(createdAt)}>
                  {relative(createdAt)}
                </time>
              </p>
              <p className={css.body}>{body}</p>
            </div>
          </article>
        ))}
      </div>
      {canComment && <CommentForm id={id} />}
    </Section>
  );
}
