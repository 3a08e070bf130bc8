import { IconPhotoOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, time } from '../../shared/ui/format';
import css from './photos.module.css';
import { dayOf } from './when';

const DocumentDialog = lazy(() => import('../../shared/document/document-dialog'));

const Photos_document = graphql(`
  fragment Photos_document on Document { id name previewUrl createdAt }
`);

type PhotosProps = { photos: readonly FragmentType<typeof Photos_document>[]; changed: () => void };

/** Pictures in frames of 4:3; one opens large, with its versions and what may be done with it. */
export function Photos({ photos, changed }: PhotosProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const moment = (at: string) => (dayOf(at) === dayOf(Date.now()) ? time(at) : dateShort(at));
  return (
    <>
      <ul className={css.grid}>
        {photos.map((photo) => {
          const { id, name, previewUrl, createdAt } = readFragment(Photos_document, photo);
          return (
            <li key={id}>
              <button type="button" className={css.frame} aria-label={t('files.open', { name })} onClick={() => setOpen(id)}>
                {previewUrl && !broken.has(previewUrl) ? (
                  <img
                    className={css.picture}
                    src={previewUrl}
                    alt=""
                    loading="lazy"
                    onError={() => setBroken(new Set([...broken, previewUrl]))}
                  />
                ) : (
                  <IconPhotoOff size={22} stroke={1.6} aria-hidden />
                )}
              </button>
              <p className={css.caption}>
                <span className="truncate">{name}</span>
                <time dateTime={createdAt}>{moment(createdAt)}</time>
              </p>
            </li>
          );
        })}
      </ul>
      {open && (
        <Suspense>
          <DocumentDialog id={open} close={() => setOpen(undefined)} changed={changed} />
        </Suspense>
      )}
    </>
  );
}
