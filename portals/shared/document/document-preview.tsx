import { IconFileOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty';
import css from './document-preview.module.css';

const PdfPages = lazy(() => import('./pdf-pages'));

type DocumentPreviewProps = {
  name: string;
  mime: string;
  /** Null for what is neither a PDF nor a picture. */
  address?: string | null;
};

/** What a file looks like: pictures, and PDFs page by page. Others say that they can only be downloaded. */
export function DocumentPreview({ name, mime, address }: DocumentPreviewProps) {
  const { t } = useTranslation('document');
  const [broken, setBroken] = useState(false);
  if (!address || broken)
    return (
      <div className={css.frame}>
        <Empty icon={IconFileOff} title={t(broken ? 'preview.broken' : 'preview.none')}>
          {t('preview.text')}
        </Empty>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={css.frame} tabIndex={0} aria-label={t('preview.title')}>
      {mime === 'application/pdf' ? (
        <Suspense fallback={<div className={css.waiting} />}>
          <PdfPages address={address} name={name} failed={() => setBroken(true)} />
        </Suspense>
      ) : (
        <img className={css.picture} src={address} alt={name} onError={() => setBroken(true)} />
      )}
    </section>
  );
}
