import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useConnection } from '../graphql/use-connection';
import { Empty } from '../ui/empty';
import { Failure } from '../ui/failure';
import { dateTime, relative } from '../ui/format';
import { Section } from '../ui/section';
import { RowsSkeleton } from '../ui/skeletons';
import { Person } from '../ui/who';
import { CommentForm } from './comment-form';
import css from './project-discussion.module.css';

const ProjectComments = graphql(`
  query ProjectComments($id: ID!, $after: String) {
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

/** Who reads, and is spoken to. */
export type Reader = 'client' | 'prestataire';

/** What was said about the project: the newest last, above the answer. */
export function ProjectDiscussion({ id, canComment, reader }: { id: string; canComment: boolean; reader: Reader }) {
  const { t } = useTranslation('discussion');
  const list = useConnection(ProjectComments, { id }, (data) => data.project?.comments ?? none);
  const comments = list.rows?.toReversed();
  return (
    <Section title={t(`for.${reader}.title`)} count={list.total}>
      {list.problem && !comments && <Failure problem={list.problem} retry={list.retry} />}
      {!comments && !list.problem && <RowsSkeleton rows={2} columns={0} />}
      {list.more && (
        <Button variant="subtle" color="gray" size="xs" mb={12} onClick={list.more} loading={list.loadingMore}>
          {t('older')}
        </Button>
      )}
      {comments?.length === 0 && (
        <Empty icon={IconMessage} title={t(`for.${reader}.none`)}>
          {t(`for.${reader}.noneText`)}
        </Empty>
      )}
      <div role="log" aria-label={t(`for.${reader}.title`)}>
        {comments?.map(({ id: key, body, createdAt, author }) => (
          <article key={key} className={css.message}>
            <Person name={author?.name ?? t(`for.${reader}.somebody`)} size={28} only />
            <div>
              <p className={css.from}>
                {author?.name ?? t(`for.${reader}.somebody`)}
                <time dateTime={createdAt} title={dateTime(createdAt)}>
                  {relative(createdAt)}
                </time>
              </p>
              <p className={css.body}>{body}</p>
            </div>
          </article>
        ))}
      </div>
      {canComment && <CommentForm id={id} reader={reader} />}
    </Section>
  );
}
