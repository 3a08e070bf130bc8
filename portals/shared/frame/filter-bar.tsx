import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconChevronDown, IconPlus, IconX } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../ui/data-table';
import { FilterChip, type FilterOption, Filters } from '../ui/filters';
import { dayRangeLabel } from './day-range';
import { SearchField } from './search-field';
import { useUrlState } from './use-url-state';

const DayRangeDialog = lazy(() => import('./day-range-dialog'));

/** A value that no menu can offer: how it is called there, what it says in words, and what asks for it. */
export type AskedFilter = {
  label: string;
  said: (value: string) => string | undefined;
  dialog: (props: { value: string | null; pick: (value: string) => void; close: () => void }) => ReactNode;
};

/**
 * A filter: `key` in the URL, `options` as values and words. With `days` also any days: `2026-01-01..2026-01-31`; with `ask` whatever its
 * dialog makes of it.
 */
export type Filter = { key: string; label: string; options: FilterOption[]; days?: boolean; ask?: AskedFilter };

/** A way to sort: the value in the URL, `-` before it for descending. */
export type SortChoice = { value: string; label: string };

type FilterBarProps = {
  search?: string;
  filters: readonly Filter[];
  sorts?: readonly SortChoice[];
  sort?: Sort;
  narrowed: boolean;
  phone: boolean;
  clear: () => void;
};

const spelled = (sort?: Sort) => sort && `${sort.descending ? '-' : ''}${sort.by}`;

/** Search, the filters in force, those that may be added, and the order; all of it in the address. */
export function FilterBar({ search, filters, sorts, sort, narrowed, phone, clear }: FilterBarProps) {
  const { t } = useTranslation('frame');
  const { get, set } = useUrlState();
  const [asking, setAsking] = useState<Filter | null>(null);
  return (
    <Filters
      search={search && <SearchField placeholder={search} />}
      tools={sorts && <SortMenu sorts={sorts} current={spelled(sort)} pick={(value) => set({ sort: value })} short={phone} />}
    >
      {filters.map((filter) => {
        const value = get(filter.key);
        return (
          value && (
            <FilterChip
              key={filter.key}
              field={filter.label}
              value={value}
              said={filter.days ? dayRangeLabel(value, t) : filter.ask?.said(value)}
              options={filter.options}
              set={(next) => set({ [filter.key]: next })}
              more={wider(filter, t('list.days'), setAsking)}
            />
          )
        );
      })}
      {filters.some(({ key }) => !get(key)) && (
        <AddFilter filters={filters.filter(({ key }) => !get(key))} add={set} ask={setAsking} />
      )}
      {narrowed && !phone && (
        <Button variant="subtle" color="gray" size="xs" leftSection={<IconX size={13} />} onClick={clear}>
          {t('list.clear')}
        </Button>
      )}
      {asking && (
        <Suspense>
          <Dialog
            filter={asking}
            value={get(asking.key)}
            pick={(value) => set({ [asking.key]: value })}
            close={() => setAsking(null)}
          />
        </Suspense>
      )}
    </Filters>
  );
}

/** The way to a value that is none of the options. */
const wider = ({ days, ask, ...filter }: Filter, label: string, run: (filter: Filter) => void) =>
  days || ask ? { label: ask?.label ?? label, run: () => run({ ...filter, days, ask }) } : undefined;

type DialogProps = { filter: Filter; value: string | null; pick: (value: string) => void; close: () => void };

const Dialog = ({ filter: { label, ask }, ...props }: DialogProps) =>
  ask ? ask.dialog(props) : <DayRangeDialog field={label} {...props} />;

type AddFilterProps = {
  filters: readonly Filter[];
  add: (patch: Record<string, string>) => void;
  ask?: (filter: Filter) => void;
};

/** The filters that are not in force yet, and their values. */
export function AddFilter({ filters, add, ask }: AddFilterProps) {
  const { t } = useTranslation('frame');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          rightSection={<IconChevronDown size={13} />}
        >
          {t('list.filter')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {filters.map((filter) => (
          <div key={filter.key}>
            <Menu.Label>{filter.label}</Menu.Label>
            {filter.options.map((option) => (
              <Menu.Item key={option.value} onClick={() => add({ [filter.key]: option.value })}>
                {option.label}
              </Menu.Item>
            ))}
            {ask && (filter.days || filter.ask) && (
              <Menu.Item onClick={() => ask(filter)}>{filter.ask?.label ?? t('list.days')}</Menu.Item>
            )}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type SortMenuProps = { sorts: readonly SortChoice[]; current?: string; pick: (value: string) => void; short: boolean };

function SortMenu({ sorts, current, pick, short }: SortMenuProps) {
  const { t } = useTranslation('frame');
  const now = sorts.find(({ value }) => value === current);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconArrowsSort size={short ? 18 : 14} stroke={1.7} />}
          aria-label={t('list.sortBy', { sort: now?.label ?? '' })}
        >
          {!short && (now?.label ?? t('list.sort'))}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('list.sort')}</Menu.Label>
        {sorts.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => pick(value)} fw={value === current ? 600 : undefined}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
