import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from '../project/project.module.css';

const AdminMissionDocuments = graphql(`
  query AdminMissionDocuments($id: ID!) {
    mission(id: $id) { id documents(first: 100) { nodes { id ...DocumentRow_document } totalCount } }
  }
`);

export function MissionFiles({ id, upload }: { id: string; upload: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(AdminMissionDocuments, { variables: { id } });
  const changed = () => void refetch();
  const documents = data?.mission?.documents?.nodes;
  return (
    <Section title={t('missions.documents')} count={data?.mission?.documents?.totalCount}>
      <div className={css.stack}>
        {error && !data && <Failure problem={problemOf(error)} retry={changed} />}
        {!data && !error && <RowsSkeleton rows={2} columns={1} />}
        {documents && documents.length > 0 && <DocumentList audience documents={documents} changed={changed} />}
        {upload && <DocumentDrop place={{ missionId: id }} sharing changed={changed} />}
        {!upload && documents?.length === 0 && <p className={css.nothing}>{t('missions.noDocument')}</p>}
      </div>
    </Section>
  );
}
