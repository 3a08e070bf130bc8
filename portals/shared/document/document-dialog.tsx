import { useQuery } from '@apollo/client/react';
import { Button, Modal, Skeleton } from '@mantine/core';
import { IconDownload, IconFileUpload, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { Failure } from '../ui/failure';
import { bytes } from '../ui/format';
import { usePhone } from '../ui/use-phone';
import css from './document-dialog.module.css';
import DocumentEdit from './document-edit';
import { DocumentPreview } from './document-preview';
import { DocumentVersions } from './document-versions';
import { pickFile } from './pick-file';
import { useDeleteDocument } from './use-delete-document';
import { useNewVersion } from './use-new-version';

const DocumentShares = lazy(() => import('./document-shares'));

const DocumentOpened = graphql(`
  query DocumentOpened($id: ID!) {
    document(id: $id) {
      id name category visibility size version textState downloadUrl
      versions { id mime previewUrl ...DocumentVersion_version }
      viewerCan { update share delete }
    }
  }
`);

type DocumentDialogProps = {
  id: string;
  /** The page to begin at, where it is a PDF. */
  page?: number;
  /** Lets the person choose who sees it: for our own people. */
  sharing?: boolean;
  close: () => void;
  changed: () => void;
};

/** One document: what it looks like, its versions, and what may be done with it. */
export default function DocumentDialog({ id, page, sharing, close, changed }: DocumentDialogProps) {
  const { t } = useTranslation(['document', 'ui']);
  const phone = usePhone();
  // Addresses of files work for some minutes only: always read anew.
  const { data, error, refetch } = useQuery(DocumentOpened, { variables: { id }, fetchPolicy: 'network-only' });
  const [chosen, show] = useState<string>();
  const [editing, edit] = useState(false);
  const [linking, share] = useState(false);
  const again = () => {
    show(undefined);
    void refetch();
    changed();
  };
  const next = useNewVersion(again);
  const remove = useDeleteDocument(changed);
  const document = data?.document;
  const shown = document?.versions.find((version) => version.id === chosen) ?? document?.versions[0];

  return (
    <Modal
      opened
      onClose={close}
      title={document?.name ?? t('loading', { ns: 'ui' })}
      size={1080}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      {error && !document && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {data && !document && <Failure problem={{ code: 'NOT_FOUND' }} />}
      {!data && !error && <Skeleton h={420} />}
      {document && shown && (
        <div className={css.split}>
          <DocumentPreview key={shown.id} name={document.name} mime={shown.mime} address={shown.previewUrl} page={page} />
          <div className={css.side}>
            <p className={css.facts}>
              {t(`category.${document.category}`)}, {bytes(document.size)}
              <br />
              {t(`visibility.${document.visibility}`)}
              {document.textState && document.textState !== 'READ' && (
                <>
                  <br />
                  {t(`text.${document.textState}`)}
                </>
              )}
            </p>
            <Button
              component="a"
              href={document.downloadUrl}
              variant="default"
              leftSection={<IconDownload size={15} stroke={1.8} />}
            >
              {t('download')}
            </Button>
            {document.viewerCan.share && (
              <Button variant="default" leftSection={<IconLink size={15} stroke={1.8} />} onClick={() => share(true)}>
                {t('share.action')}
              </Button>
            )}
            {document.viewerCan.update && (
              <>
                <Button variant="default" leftSection={<IconPencil size={15} stroke={1.8} />} onClick={() => edit(true)}>
                  {t('edit.action')}
                </Button>
                <Button
                  variant="default"
                  loading={next.pending}
                  leftSection={<IconFileUpload size={15} stroke={1.8} />}
                  onClick={() => pickFile((file) => void next.send(document, file))}
                >
                  {t('newVersion')}
                </Button>
              </>
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
            <DocumentVersions
              versions={document.versions}
              shown={shown.id}
              show={show}
              restore={document.viewerCan.update ? (older) => void next.restore(document, older) : undefined}
              pending={next.pending}
            />
          </div>
        </div>
      )}
      {linking && document && (
        <Suspense>
          <DocumentShares id={id} name={document.name} close={() => share(false)} />
        </Suspense>
      )}
      {editing && document && <DocumentEdit document={document} sharing={sharing} changed={again} close={() => edit(false)} />}
    </Modal>
  );
}
