import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconChevronDown, IconPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../ui/data-table';
import { FilterChip, type FilterOption, Filters } from '../ui/filters';
import { dayRangeLabel } from './day-range';
import { SearchField } from './search-field';
import { useUrlState } from './use-url-state';

const DayRangeDialog = lazy(() => import('./day-range-dialog'));

/** A filter: `key` in the URL, `options` as values and words. With `days` also any days: `2026-01-01..2026-01-31`. */
export type Filter = { key: string; label: string; options: FilterOption[]; days?: boolean };

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
  const [ranging, setRanging] = useState<Filter | null>(null);
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
              said={filter.days ? dayRangeLabel(value, t) : undefined}
              options={filter.options}
              set={(next) => set({ [filter.key]: next })}
              more={filter.days ? { label: t('list.days'), run: () => setRanging(filter) } : undefined}
            />
          )
        );
      })}
      {filters.some(({ key }) => !get(key)) && (
        <AddFilter filters={filters.filter(({ key }) => !get(key))} add={set} range={setRanging} />
      )}
      {narrowed && !phone && (
        <Button variant="subtle" color="gray" size="xs" leftSection={<IconX size={13} />} onClick={clear}>
          {t('list.clear')}
        </Button>
      )}
      {ranging && (
        <Suspense>
          <DayRangeDialog
            field={ranging.label}
            value={get(ranging.key)}
            pick={(value) => set({ [ranging.key]: value })}
            close={() => setRanging(null)}
          />
        </Suspense>
      )}
    </Filters>
  );
}

type AddFilterProps = {
  filters: readonly Filter[];
  add: (patch: Record<string, string>) => void;
  range?: (filter: Filter) => void;
};

/** The filters that are not in force yet, and their values. */
export function AddFilter({ filters, add, range }: AddFilterProps) {
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
            {filter.days && range && <Menu.Item onClick={() => range(filter)}>{t('list.days')}</Menu.Item>}
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
