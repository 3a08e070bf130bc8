import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFilterOff, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkAction, BulkBar } from '../ui/bulk-bar';
import { type CardContent, CardList } from '../ui/card-list';
import { type Column, DataTable, type Sort } from '../ui/data-table';
import { Empty } from '../ui/empty';
import { Failure, type Problem } from '../ui/failure';
import { FilterChip, type FilterOption, Filters, type View, Views } from '../ui/filters';
import { number } from '../ui/format';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import { usePhone } from '../ui/use-phone';
import css from './list-screen.module.css';
import { Primary, type PrimaryAction } from './primary';
import { SaveView } from './save-view';
import { SearchField } from './search-field';
import { type Crumb, Crumbs } from './shell-slots';
import { leaveTrail, useRowKeys } from './trail';
import { useSavedViews } from './use-saved-views';
import { useUrlState } from './use-url-state';

/** A filter: `key` in the URL, `options` as values and words. */
export type Filter = { key: string; label: string; options: FilterOption[] };

/** What `useConnection` answers. */
export type ListSource<Row> = {
  rows?: readonly Row[];
  total?: number;
  problem?: Problem;
  retry: () => void;
  more?: () => void;
  loadingMore?: boolean;
};

export type ListScreenProps<Row> = {
  /** A short name, for saved views: `invoices`. */
  name: string;
  title: string;
  crumbs?: readonly Crumb[];
  list: ListSource<Row>;
  columns: readonly Column<Row>[];
  card: (row: Row) => CardContent;
  rowId: (row: Row) => string;
  primary?: PrimaryAction;
  /** Other actions of the page, left of the primary one; hidden on phones. */
  actions?: ReactNode;
  kpis?: ReactNode;
  views?: readonly View[];
  /** Placeholder of the search field; without it there is none. */
  search?: string;
  filters?: readonly Filter[];
  /** The sort when the URL names none. */
  defaultSort?: Sort;
  bulk?: { label: (count: number) => string; actions: (ids: string[], clear: () => void) => BulkAction[] };
  /** Nothing at all yet: what this place is for, and the next action. */
  empty: ReactNode;
};

/** `sort=NAME` ascending, `sort=-NAME` descending. */
export function sortOf(value: string | null, byDefault?: Sort): Sort | undefined {
  if (!value) return byDefault;
  return { by: value.replace(/^-/, ''), descending: value.startsWith('-') };
}

/** Title, KPI, views, filters, rows, bulk bar; its state is the address. */
export function ListScreen<Row extends object>(props: ListScreenProps<Row>) {
  const {
    name,
    title,
    crumbs,
    list,
    columns,
    card,
    rowId,
    primary,
    actions,
    kpis,
    views = [],
    search,
    filters = [],
    bulk,
    empty,
  } = props;
  const { t } = useTranslation('frame');
  const phone = usePhone();
  const { get, set } = useUrlState();
  const saved = useSavedViews(name, views);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setPicked(new Set());
  useRowKeys();

  const { rows, total, problem } = list;
  const narrowed = Boolean(get('q')) || filters.some(({ key }) => get(key));
  const shownIds = new Set(rows?.map(rowId));
  const ids = [...picked].filter((id) => shownIds.has(id));
  useEffect(() => {
    if (rows) leaveTrail(rows.map((row) => card(row).href));
  }, [rows, card]);

  const clearAll = () => set({ q: null, ...Object.fromEntries(filters.map(({ key }) => [key, null])) });
  const body = () => {
    if (problem && !rows) return <Failure problem={problem} retry={list.retry} />;
    if (!rows) return <RowsSkeleton columns={phone ? 1 : Math.min(columns.length - 1, 5)} />;
    if (!rows.length && narrowed)
      return (
        <Empty
          icon={IconFilterOff}
          title={t('list.none')}
          action={
            <Button variant="default" onClick={clearAll}>
              {t('list.clear')}
            </Button>
          }
        >
          {t('list.noneText')}
        </Empty>
      );
    if (!rows.length) return empty;
    return (
      <>
        {phone ? (
          <CardList rows={rows} rowId={rowId} card={card} />
        ) : (
          <DataTable
            label={title}
            rows={rows}
            columns={columns}
            rowId={rowId}
            rowLabel={(row) => card(row).title}
            sort={sortOf(get('sort'), props.defaultSort)}
            onSort={({ by, descending }) => set({ sort: `${descending ? '-' : ''}${by}` })}
            selection={bulk && { ids: picked, set: setPicked }}
          />
        )}
        <div className={css.foot}>
          <span role="status">{total === undefined ? '' : t('list.shown', { count: rows.length, total: number(total) })}</span>
          {list.more && (
            <Button variant="default" onClick={list.more} loading={list.loadingMore}>
              {t('list.more')}
            </Button>
          )}
        </div>
      </>
    );
  };

  return (
    <Page wide>
      <Crumbs items={crumbs ?? [[title]]} />
      <PageHeader
        title={title}
        count={total === undefined ? undefined : number(total)}
        actions={
          <>
            {!phone && actions}
            {primary && <Primary {...primary} compact={phone} />}
          </>
        }
      />
      {kpis}
      <div>
        {(views.length > 0 || saved.views.length > 0) && (
          <SaveView save={saved.save} disabled={saved.known}>
            {(open) => <Views views={saved.views} save={open} />}
          </SaveView>
        )}
        {(search || filters.length > 0) && (
          <Filters search={search && <SearchField placeholder={search} />}>
            {filters.map(({ key, label, options }) => {
              const value = get(key);
              return (
                value && (
                  <FilterChip key={key} field={label} value={value} options={options} set={(next) => set({ [key]: next })} />
                )
              );
            })}
            {filters.some(({ key }) => !get(key)) && <AddFilter filters={filters.filter(({ key }) => !get(key))} add={set} />}
            {narrowed && !phone && (
              <Button variant="subtle" color="gray" size="xs" leftSection={<IconX size={13} />} onClick={clearAll}>
                {t('list.clear')}
              </Button>
            )}
          </Filters>
        )}
        {body()}
      </div>
      {bulk && ids.length > 0 && <BulkBar label={bulk.label(ids.length)} actions={bulk.actions(ids, clear)} clear={clear} />}
    </Page>
  );
}

type AddFilterProps = { filters: readonly Filter[]; add: (patch: Record<string, string>) => void };

/** The filters that are not in force yet, and their values. */
export function AddFilter({ filters, add }: AddFilterProps) {
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
        {filters.map(({ key, label, options }) => (
          <div key={key}>
            <Menu.Label>{label}</Menu.Label>
            {options.map((option) => (
              <Menu.Item key={option.value} onClick={() => add({ [key]: option.value })}>
                {option.label}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
