import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './project.module.css';

const PrestataireProjectFiles = graphql(`
  query PrestataireProjectFiles($id: ID!) {
    project(id: $id) { id documents(first: 100) { nodes { id ...DocumentRow_document } totalCount } }
  }
`);

/** The project's files that are shared with who works on it, and a place to drop more. */
export function ProjectFiles({ id, canUpload }: { id: string; canUpload: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(PrestataireProjectFiles, { variables: { id } });
  const documents = data?.project?.documents;
  const changed = () => void refetch();
  return (
    <Section title={t('project.files')} count={documents?.totalCount ?? undefined}>
      {error && !data && <Failure problem={problemOf(error)} retry={changed} />}
      {!data && !error && <RowsSkeleton rows={3} columns={1} />}
      {documents?.nodes.length === 0 && <p className={css.nothing}>{t('project.noFiles')}</p>}
      {documents && <DocumentList documents={documents.nodes} changed={changed} />}
      {canUpload && (
        <div className={css.drop}>
          <DocumentDrop place={{ projectId: id }} category="REPORT" changed={changed} />
        </div>
      )}
    </Section>
  );
}
