import { useQuery } from '@apollo/client/react';
import { IconFiles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './project.module.css';

const AdminProjectDocuments = graphql(`
  query AdminProjectDocuments($id: ID!) {
    project(id: $id) { id documents(first: 100) { nodes { id ...DocumentRow_document } totalCount } }
  }
`);

export function ProjectFiles({ id, upload }: { id: string; upload: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(AdminProjectDocuments, { variables: { id } });
  const changed = () => void refetch();
  const documents = data?.project?.documents?.nodes;
  return (
    <div className={css.stack}>
      {upload && <DocumentDrop place={{ projectId: id }} sharing changed={changed} />}
      {error && !data && <Failure problem={problemOf(error)} retry={changed} />}
      {!data && !error && <RowsSkeleton rows={4} columns={1} />}
      {documents?.length === 0 && (
        <Empty icon={IconFiles} title={t('projects.noDocument')}>
          {t('projects.noDocumentText')}
        </Empty>
      )}
      {documents && documents.length > 0 && <DocumentList audience documents={documents} changed={changed} />}
    </div>
  );
}
