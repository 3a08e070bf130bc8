import { useQuery } from '@apollo/client/react';
import { IconFiles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './project.module.css';

const ClientProjectFiles = graphql(`
  query ClientProjectFiles($id: ID!) {
    project(id: $id) { id documents(first: 100) { nodes { id ...DocumentRow_document } totalCount } }
  }
`);

/** The project's files, and a place to drop more. */
export function ProjectFiles({ id, canUpload }: { id: string; canUpload: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ClientProjectFiles, { variables: { id } });
  const documents = data?.project?.documents;
  const changed = () => void refetch();
  return (
    <div className={css.stack}>
      {canUpload && <DocumentDrop place={{ projectId: id }} changed={changed} />}
      <Section title={t('project.files')} count={documents?.totalCount ?? undefined}>
        {error && !data && <Failure problem={problemOf(error)} retry={changed} />}
        {!data && !error && <RowsSkeleton rows={3} columns={1} />}
        {documents?.nodes.length === 0 && (
          <Empty icon={IconFiles} title={t('documents.none')}>
            {t('documents.noneText')}
          </Empty>
        )}
        {documents && <DocumentList documents={documents.nodes} changed={changed} />}
      </Section>
    </div>
  );
}
