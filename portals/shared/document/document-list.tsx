import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconDownload,
  IconEye,
  IconEyeOff,
  IconFileSearch,
  IconFileUpload,
  IconLink,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { FileMark } from '../ui/file-mark';
import { bytes, dateShort } from '../ui/format';
import { Person } from '../ui/who';
import { DocumentExcerpt } from './document-excerpt';
import css from './document-list.module.css';
import type { Excerpt } from './excerpt';
import { pickFile } from './pick-file';
import { useDeleteDocument } from './use-delete-document';
import { useDownload } from './use-download';
import { useDropped } from './use-dropped';
import { useNewVersion } from './use-new-version';

const DocumentDialog = lazy(() => import('./document-dialog'));
const DocumentShares = lazy(() => import('./document-shares'));
const DocumentEdit = lazy(() => import('./document-edit'));

const DocumentRow_document = graphql(`
  fragment DocumentRow_document on Document {
    id name category visibility size version versionNumber updatedAt
    uploadedBy { id name }
    viewerCan { update share delete }
  }
`);

export type DocumentRow = {
  id: string;
  /** Where it says what was searched for. */
  excerpt?: Excerpt | null;
} & FragmentType<typeof DocumentRow_document>;

type DocumentListProps = {
  documents: readonly DocumentRow[];
  /** Says of each who sees it: for our own people. */
  audience?: boolean;
  /** A document came, changed or went: read the list again. */
  changed: () => void;
};

/** Rows of documents: the name opens the preview, the menu does the rest; a file dropped on a row is its new version. */
export function DocumentList({ documents, audience, changed }: DocumentListProps) {
  const [open, setOpen] = useState<DocumentRow>();
  return (
    <>
      <ul className={css.list}>
        {documents.map((row) => (
          <Row key={row.id} row={row} audience={audience} open={() => setOpen(row)} changed={changed} />
        ))}
      </ul>
      {open && (
        <Suspense>
          <DocumentDialog
            id={open.id}
            page={open.excerpt?.page}
            sharing={audience}
            close={() => setOpen(undefined)}
            changed={changed}
          />
        </Suspense>
      )}
    </>
  );
}

type RowProps = Omit<DocumentListProps, 'documents'> & { row: DocumentRow; open: () => void };

function Row({ row, audience, open, changed }: RowProps) {
  const { t } = useTranslation('document');
  const document = readFragment(DocumentRow_document, row);
  const { id, name, category, visibility, size, versionNumber, updatedAt, uploadedBy, viewerCan } = document;
  const download = useDownload();
  const remove = useDeleteDocument(changed);
  const next = useNewVersion(changed);
  const [editing, edit] = useState(false);
  const [sharing, share] = useState(false);
  const dropped = useDropped(document, (file) => void next.send(document, file));
  const Sight = visibility === 'INTERNAL' ? IconEyeOff : IconEye;
  return (
    <li className={css.row} data-row aria-busy={next.pending} {...(viewerCan.update && dropped)}>
      <FileMark name={name} />
      <div className={css.main}>
        <button type="button" className={css.name} onClick={open}>
          {name}
        </button>
        <span className={css.sub}>
          {[t(`category.${category}`), versionNumber > 1 && t('version', { number: versionNumber }), bytes(size)]
            .filter(Boolean)
            .join(', ')}
        </span>
        {row.excerpt && <DocumentExcerpt excerpt={row.excerpt} />}
      </div>
      {audience && (
        <span className={css.sight}>
          <Sight size={15} stroke={1.6} aria-hidden />
          {t(`visibility.${visibility}`)}
        </span>
      )}
      <span className={css.who}>{uploadedBy && <Person name={uploadedBy.name} size={20} />}</span>
      <time className={css.when} dateTime={updatedAt}>
        {dateShort(updatedAt)}
      </time>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('actions', { name })}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileSearch size={16} stroke={1.6} />} onClick={open}>
            {t('open')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} stroke={1.6} />} onClick={() => download(id)}>
            {t('download')}
          </Menu.Item>
          {viewerCan.share && (
            <Menu.Item leftSection={<IconLink size={16} stroke={1.6} />} onClick={() => share(true)}>
              {t('share.action')}
            </Menu.Item>
          )}
          {viewerCan.update && (
            <>
              <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => edit(true)}>
                {t('edit.action')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFileUpload size={16} stroke={1.6} />}
                onClick={() => pickFile((file) => void next.send(document, file))}
              >
                {t('newVersion')}
              </Menu.Item>
            </>
          )}
          {viewerCan.delete && (
            <>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => remove({ id, name })}>
                {t('delete.action')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {sharing && (
        <Suspense>
          <DocumentShares id={id} name={name} close={() => share(false)} />
        </Suspense>
      )}
      {editing && (
        <Suspense>
          <DocumentEdit document={document} sharing={audience} changed={changed} close={() => edit(false)} />
        </Suspense>
      )}
    </li>
  );
}
