import { useQuery } from '@apollo/client/react';
import { Button, FileButton, Modal, Skeleton } from '@mantine/core';
import { IconDownload, IconFileUpload, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { useSubmit } from '../graphql/use-submit';
import { Failure } from '../ui/failure';
import { bytes, date } from '../ui/format';
import { done, failed } from '../ui/notify';
import { usePhone } from '../ui/use-phone';
import css from './document-dialog.module.css';
import { DocumentPreview } from './document-preview';
import { useDeleteDocument } from './use-delete-document';

const DocumentOpened = graphql(`
  query DocumentOpened($id: ID!) {
    document(id: $id) {
      id name category visibility mime size versionNumber previewUrl downloadUrl
      versions { id number fileName size createdAt downloadUrl uploadedBy { id name } }
      viewerCan { update delete }
    }
  }
`);

const UploadDocumentVersion = graphql(`
  mutation UploadDocumentVersion($input: UploadDocumentInput!) {
    uploadDocument(input: $input) {
      document { id ...DocumentRow_document }
      userErrors { path code message }
    }
  }
`);

type DocumentDialogProps = { id: string; close: () => void; changed: () => void };

/** One document: what it looks like, its versions, and what may be done with it. */
export default function DocumentDialog({ id, close, changed }: DocumentDialogProps) {
  const { t } = useTranslation(['document', 'ui']);
  const phone = usePhone();
  // Addresses of files work for some minutes only: always read anew.
  const { data, error, refetch } = useQuery(DocumentOpened, { variables: { id }, fetchPolicy: 'network-only' });
  const { submit, pending, errorsByPath } = useSubmit(UploadDocumentVersion);
  const remove = useDeleteDocument(changed);
  const document = data?.document;

  const replace = async (file: File | null) => {
    if (!file) return;
    const payload = await submit({ input: { documentId: id, file } });
    if (!payload) return;
    done(t('replaced', { name: file.name }));
    void refetch();
    changed();
  };
  if (errorsByPath.file) failed(errorsByPath.file);

  return (
    <Modal
      opened
      onClose={close}
      title={document?.name ?? t('loading', { ns: 'ui' })}
      size={1040}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      {error && !document && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {data && !document && <Failure problem={{ code: 'NOT_FOUND' }} />}
      {!data && !error && <Skeleton h={420} />}
      {document && (
        <div className={css.split}>
          <DocumentPreview key={document.versionNumber} name={document.name} mime={document.mime} address={document.previewUrl} />
          <div className={css.side}>
            <p className={css.facts}>
              {t(`category.${document.category}`)}, {bytes(document.size)}
              <br />
              {t(`visibility.${document.visibility}`)}
            </p>
            <Button
              component="a"
              href={document.downloadUrl}
              variant="default"
              leftSection={<IconDownload size={15} stroke={1.8} />}
            >
              {t('download')}
            </Button>
            {document.viewerCan.update && (
              <FileButton onChange={(file) => void replace(file)} inputProps={{ 'aria-label': t('newVersion') }}>
                {(props) => (
                  <Button {...props} variant="default" loading={pending} leftSection={<IconFileUpload size={15} stroke={1.8} />}>
                    {t('newVersion')}
                  </Button>
                )}
              </FileButton>
            )}
            {document.viewerCan.delete && (
              <Button
                variant="default"
                c="var(--p-danger)"
                leftSection={<IconTrash size={15} stroke={1.8} />}
                onClick={() => void remove({ id, name: document.name }).then((gone) => gone && close())}
              >
                {t('delete.action')}
              </Button>
            )}
            <h3 className={css.title}>{t('versions')}</h3>
            <ol className={css.versions}>
              {document.versions.map((version) => (
                <li key={version.id}>
                  <a href={version.downloadUrl}>{t('version', { number: version.number })}</a>
                  <span className={css.sub}>
                    {date(version.createdAt)}, {bytes(version.size)}
                  </span>
                  {version.uploadedBy && <span className={css.sub}>{version.uploadedBy.name}</span>}
                </li>
              ))}
            </ol>
          </div>
        </div>
      )}
    </Modal>
  );
}
