import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkAction, BulkBar, type BulkProgress } from '../ui/bulk-bar';
import { type CardContent, CardList } from '../ui/card-list';
import { type Column, DataTable, type Sort } from '../ui/data-table';
import { Empty } from '../ui/empty';
import { Failure, type Problem } from '../ui/failure';
import type { View } from '../ui/filters';
import { number } from '../ui/format';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import { usePhone } from '../ui/use-phone';
import { type Filter, FilterBar, type SortChoice } from './filter-bar';
import css from './list-screen.module.css';
import { ListViews } from './list-views';
import { Primary, type PrimaryAction } from './primary';
import { type Crumb, Crumbs } from './shell-slots';
import { leaveTrail, useRowKeys } from './trail';
import { usePicked } from './use-picked';
import { useUrlState } from './use-url-state';

export { AddFilter, type Filter } from './filter-bar';

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
  /** The ways to sort, for a menu: on phones there are no headers. */
  sorts?: readonly SortChoice[];
  bulk?: {
    label: (count: number) => string;
    actions: (ids: string[], clear: () => void) => BulkAction[];
    /** The ids of all rows of the filter, read when somebody picks them all. */
    every?: () => Promise<string[]>;
    progress?: BulkProgress | null;
  };
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
  useRowKeys();

  const { rows, total, problem } = list;
  const narrowed = Boolean(get('q')) || filters.some(({ key }) => get(key));
  const picked = usePicked(rows?.map(rowId) ?? [], total, bulk?.every);
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
            selection={bulk && picked.selection}
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
        {(views.length > 0 || search || filters.length > 0) && (
          <ListViews list={name} given={views.length > 0 ? views : [{ label: t('list.all'), search: '' }]} />
        )}
        {(search || filters.length > 0) && (
          <FilterBar
            search={search}
            filters={filters}
            sorts={props.sorts}
            sort={sortOf(get('sort'), props.defaultSort)}
            narrowed={narrowed}
            phone={phone}
            clear={clearAll}
          />
        )}
        {body()}
      </div>
      {bulk && (picked.ids.length > 0 || bulk.progress) && (
        <BulkBar
          label={bulk.label(picked.ids.length)}
          actions={bulk.actions(picked.ids, picked.clear)}
          clear={picked.clear}
          more={picked.more && { ...picked.more, label: t('list.pickAll', { total: number(picked.more.total) }) }}
          progress={bulk.progress}
        />
      )}
    </Page>
  );
}
