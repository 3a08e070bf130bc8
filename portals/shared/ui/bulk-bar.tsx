import { ActionIcon, Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type Icon, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './bulk-bar.module.css';

export type BulkAction = { icon: Icon; label: string; danger?: boolean; run: () => void };

/** Floats above the list while something is selected; Esc clears. `label` says what is selected: “3 clients”. */
export function BulkBar({ label, actions, clear }: { label: string; actions: BulkAction[]; clear: () => void }) {
  const { t } = useTranslation('ui');
  useHotkeys([['Escape', clear]]);
  return (
    <div className={css.bar} role="toolbar" aria-label={t('bulk.label')}>
      <span className={css.count} role="status">
        {label}
      </span>
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
