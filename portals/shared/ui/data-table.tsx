import { Checkbox, Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import css from './data-table.module.css';

/** `sort` is the value written to the URL (`sort=NAME`); without it the header doesn't sort. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sort?: string;
  align?: 'right';
  width?: number;
};
export type Sort = { by: string; descending: boolean };
export type Selection = { ids: ReadonlySet<string>; set: (ids: ReadonlySet<string>) => void };

type DataTableProps<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** What a row is called, for “Select …”. Needed with `selection`. */
  rowLabel?: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  minWidth?: number;
};

const features = tableFeatures({ rowSelectionFeature });

/** The list runs to the page's edges. Sorting is the server's: the header says what is asked, and asks. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, rowLabel, sort, onSort, selection, minWidth = 880 } = props;
  const { t } = useTranslation('ui');
  const definitions = useMemo(() => columns.map((column) => ({ id: column.id, header: column.header })), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const rowSelection = useMemo(
    () => Object.fromEntries([...(selection?.ids ?? [])].map((id) => [id, true as const])),
    [selection?.ids],
  );
  const table = useTable<typeof features, Row>({
    features,
    data,
    columns: definitions,
    getRowId: rowId,
    enableRowSelection: Boolean(selection),
    state: { rowSelection },
    onRowSelectionChange: (change) => {
      const next = typeof change === 'function' ? change(rowSelection) : change;
      selection?.set(new Set(Object.keys(next)));
    },
  });

  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      className={css.frame}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table className={css.table}>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th w={36}>
                <Checkbox
                  aria-label={t('table.selectAll')}
                  checked={table.getIsAllRowsSelected()}
                  indeterminate={table.getIsSomeRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <Header key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id} data-selected={row.getIsSelected() || undefined} data-row>
              {selection && (
                <Table.Td>
                  <Checkbox
                    aria-label={t('table.select', { name: rowLabel?.(row.original) ?? row.id })}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </Table.Td>
              )}
              {columns.map((column) => (
                <Table.Td key={column.id} ta={column.align} className={column.align ? 'num' : undefined}>
                  {column.cell(row.original) ?? <span className={css.nothing}>—</span>}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type HeaderProps<Row> = { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void };

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const { sort: by } = column;
  const current = by !== undefined && sort?.by === by;
  const direction = current ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th w={column.width} ta={column.align} aria-sort={direction}>
      {by && onSort ? (
        <button
          type="button"
          className={css.sort}
          data-current={current || undefined}
          onClick={() => onSort({ by, descending: current ? !sort.descending : column.align === 'right' })}
        >
          {column.header}
          {current && <Arrow size={13} stroke={2} aria-hidden />}
        </button>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}
