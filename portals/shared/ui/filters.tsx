import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmarkPlus, IconUsers, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import css from './filters.module.css';

/** `menu` stands beside the current view; `shared` are the team's. */
export type View = {
  id?: string;
  label: string;
  search: string;
  count?: number;
  current?: boolean;
  shared?: boolean;
  menu?: ReactNode;
};

/** Views: a row of links, the current one underlined like a tab. */
export function Views({ views, save }: { views: View[]; save?: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <div className={css.views}>
      <nav className={css.scroll} aria-label={t('views.label')}>
        {views.map((view) => (
          <span key={view.id ?? view.label} className={css.item}>
            <Link to={{ search: view.search }} className={css.view} aria-current={view.current ? 'page' : undefined}>
              {view.shared && <IconUsers size={14} stroke={1.7} role="img" aria-label={t('views.shared')} />}
              <span dir="auto">{view.label}</span>
              {view.count !== undefined && <span className={css.count}>{view.count}</span>}
            </Link>
            {view.menu}
          </span>
        ))}
      </nav>
      {save && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          className={css.save}
          leftSection={<IconBookmarkPlus size={15} stroke={1.7} />}
          onClick={save}
        >
          {t('views.save')}
        </Button>
      )}
    </div>
  );
}

export function Filters({ search, children, tools }: { search?: ReactNode; children?: ReactNode; tools?: ReactNode }) {
  return (
    <div className={css.bar}>
      {search && <div className={css.search}>{search}</div>}
      <div className={css.chips}>{children}</div>
      <div className={css.tools}>{tools}</div>
    </div>
  );
}

export type FilterOption = { value: string; label: string };

type FilterChipProps = {
  field: string;
  value: string;
  /** The value in words, where it is none of the options. */
  said?: string;
  options: FilterOption[];
  set: (value: string | null) => void;
  /** A way to a value that is none of the options. */
  more?: { label: string; run: () => void };
};

/** A filter in force: its text opens the other values, its cross takes it away. */
export function FilterChip({ field, value, said, options, set, more }: FilterChipProps) {
  const { t } = useTranslation('ui');
  return (
    <span className={css.chip}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={css.chipText}>
            <span className="muted">{field}</span> {options.find((option) => option.value === value)?.label ?? said ?? value}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {options.map((option) => (
            <Menu.Item key={option.value} onClick={() => set(option.value)} fw={option.value === value ? 600 : undefined}>
              {option.label}
            </Menu.Item>
          ))}
          {more && <Menu.Item onClick={more.run}>{more.label}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon size={24} aria-label={t('filters.remove', { field })} onClick={() => set(null)}>
        <IconX size={12} stroke={2} />
      </ActionIcon>
    </span>
  );
}
