import { useQuery } from '@apollo/client/react';
import { Button, FileButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DocumentList } from '../../shared/document/document-list';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useUpload } from '../../shared/graphql/use-upload';
import { DropZone } from '../../shared/ui/drop-zone';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { usePhone } from '../../shared/ui/use-phone';
import css from './mission.module.css';
import { Photos } from './photos';

const PrestataireMissionFiles = graphql(`
  query PrestataireMissionFiles($id: ID!) {
    mission(id: $id) {
      id
      documents(first: 100) {
        nodes { id mime ...DocumentRow_document ...Photos_document }
        totalCount
      }
    }
  }
`);

const PrestataireUpload = graphql(`
  mutation PrestataireUpload($input: UploadDocumentInput!) {
    uploadDocument(input: $input) {
      document { id }
      userErrors { path code message }
    }
  }
`);

const isPhoto = (mime: string) => mime.startsWith('image/');

/** Photos as pictures, other files as rows; dropped, chosen, or taken on the spot with a phone. */
export function MissionFiles({ id, canUpload }: { id: string; canUpload: boolean }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { data, error, refetch } = useQuery(PrestataireMissionFiles, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const changed = () => void refetch();
  const upload = useUpload(
    PrestataireUpload,
    (file) => ({ input: { missionId: id, file, category: isPhoto(file.type) ? ('PHOTO' as const) : ('REPORT' as const) } }),
    { onDone: changed },
  );
  const documents = data?.mission?.documents;
  const photos = documents?.nodes.filter(({ mime }) => isPhoto(mime)) ?? [];
  const others = documents?.nodes.filter(({ mime }) => !isPhoto(mime)) ?? [];
  return (
    <Section
      title={t('files.title')}
      count={documents?.totalCount ?? undefined}
      action={
        phone &&
        canUpload && (
          <FileButton
            accept="image/*"
            capture="environment"
            onChange={(photo) => photo && upload.add([photo])}
            inputProps={{ 'aria-label': t('files.camera') }}
          >
            {(props) => (
              <Button {...props} size="xs" variant="subtle" color="gray" leftSection={<IconCamera size={15} stroke={1.7} />}>
                {t('files.camera')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {error && !data && <Failure problem={problemOf(error)} retry={changed} />}
      {!data && !error && <RowsSkeleton rows={2} columns={1} />}
      {photos.length > 0 && <Photos photos={photos} changed={changed} />}
      {others.length > 0 && <DocumentList documents={others} changed={changed} />}
      {documents?.nodes.length === 0 && <p className={css.nothing}>{t(canUpload ? 'files.none' : 'files.noneRead')}</p>}
      {canUpload && (
        <div className={css.drop}>
          <DropZone hint={t('files.hint')} {...upload} />
        </div>
      )}
    </Section>
  );
}
