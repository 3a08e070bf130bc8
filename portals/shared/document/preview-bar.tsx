import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { percent } from '../ui/format';
import css from './document-preview.module.css';

type PreviewBarProps = {
  /** 1 where it is as wide as its place. */
  zoom: number;
  /** Without them it is as large, or as small, as it gets. */
  larger?: () => void;
  smaller?: () => void;
  fit: () => void;
  page: number;
  /** How many pages there are; 0 for a picture, and until one knows. */
  count: number;
  go: (page: number) => void;
};

/** Which page of how many, and how large. */
export function PreviewBar({ zoom, larger, smaller, fit, page, count, go }: PreviewBarProps) {
  const { t } = useTranslation('document');
  return (
    <div className={css.bar} role="toolbar" aria-label={t('preview.bar')}>
      {count > 0 && (
        <>
          <ActionIcon size={28} aria-label={t('preview.before')} disabled={page <= 1} onClick={() => go(page - 1)}>
            <IconChevronUp size={16} stroke={1.8} />
          </ActionIcon>
          <span className={css.count} role="status">
            {t('preview.of', { number: page, count })}
          </span>
          <ActionIcon size={28} aria-label={t('preview.next')} disabled={page >= count} onClick={() => go(page + 1)}>
            <IconChevronDown size={16} stroke={1.8} />
          </ActionIcon>
        </>
      )}
      <span className={css.gap} />
      <ActionIcon size={28} aria-label={t('preview.smaller')} disabled={!smaller} onClick={smaller}>
        <IconMinus size={16} stroke={1.8} />
      </ActionIcon>
      <UnstyledButton
        className={css.count}
        aria-label={`${percent(zoom)}, ${t('preview.fit')}`}
        title={t('preview.fit')}
        onClick={fit}
      >
        {percent(zoom)}
      </UnstyledButton>
      <ActionIcon size={28} aria-label={t('preview.larger')} disabled={!larger} onClick={larger}>
        <IconPlus size={16} stroke={1.8} />
      </ActionIcon>
    </div>
  );
}
