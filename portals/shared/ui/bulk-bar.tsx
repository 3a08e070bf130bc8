import { ActionIcon, Button, Progress } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type Icon, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './bulk-bar.module.css';
import { number } from './format';

export type BulkAction = { icon: Icon; label: string; danger?: boolean; run: () => void };
/** How far an act over many rows got. */
export type BulkProgress = { done: number; total: number };

type BulkBarProps = {
  /** What is selected: “3 clients”. */
  label: string;
  actions: BulkAction[];
  clear: () => void;
  /** Picks the rest of the filter too. */
  more?: { label: string; run: () => void; pending: boolean };
  progress?: BulkProgress | null;
};

/** Floats above the list while something is selected; Esc clears. While an act runs it says how far it got. */
export function BulkBar({ label, actions, clear, more, progress }: BulkBarProps) {
  const { t } = useTranslation('ui');
  useHotkeys([['Escape', () => !progress && clear()]]);
  if (progress) {
    const { done, total } = progress;
    return (
      <div className={css.bar} role="toolbar" aria-label={t('bulk.label')} aria-busy>
        <span className={css.count} role="status">
          {t('bulk.progress', { done: number(done), total: number(total) })}
        </span>
        <Progress value={(100 * done) / total} w={160} mx={10} aria-label={t('bulk.label')} />
      </div>
    );
  }
  return (
    <div className={css.bar} role="toolbar" aria-label={t('bulk.label')}>
      <span className={css.count} role="status">
        {label}
      </span>
      {more && (
        <Button variant="subtle" size="xs" loading={more.pending} onClick={more.run}>
          {more.label}
        </Button>
      )}
      {actions.map(({ icon: Glyph, label: name, danger, run }) => (
        <Button
          key={name}
          variant="subtle"
          color={danger ? 'red' : 'gray'}
          size="xs"
          leftSection={<Glyph size={15} stroke={1.7} />}
          onClick={run}
        >
          {name}
        </Button>
      ))}
      <ActionIcon size={28} aria-label={t('bulk.clear')} onClick={clear}>
        <IconX size={15} stroke={1.8} />
      </ActionIcon>
    </div>
  );
}
