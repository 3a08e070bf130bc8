import { useTranslation } from 'react-i18next';
import css from './document-excerpt.module.css';
import type { Excerpt } from './excerpt';

/** Where a document says what was looked for: the page, and the words around it. */
export function DocumentExcerpt({ excerpt: { page, pieces } }: { excerpt: Excerpt }) {
  const { t } = useTranslation('document');
  return (
    <span className={css.excerpt}>
      <span className={css.page}>{t('excerpt.page', { number: page })}</span>
      {pieces.map(({ text, found }, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their order
        found ? <mark key={i}>{text}</mark> : text,
      )}
    </span>
  );
}
