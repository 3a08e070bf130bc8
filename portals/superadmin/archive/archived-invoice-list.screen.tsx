import { IconArchive } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date } from '../../shared/ui/format';

const ArchivedInvoiceRow_invoice = graphql(`
  fragment ArchivedInvoiceRow_invoice on ArchivedInvoice { id number issuedOn keepUntil archivedAt }
`);
const AdminArchivedInvoices = graphql(`
  query AdminArchivedInvoices($after: String, $filter: ArchivedInvoiceFilter) {
    archivedInvoices(first: 50, after: $after, filter: $filter, direction: DESC) {
      nodes { id ...ArchivedInvoiceRow_invoice }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof ArchivedInvoiceRow_invoice>;
const read = (row: Row) => readFragment(ArchivedInvoiceRow_invoice, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/archive/${row.id}`;

/** Invoices of people who were erased, kept for the books: what they say is behind a reason. */
export function ArchivedInvoiceList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const list = useConnection(AdminArchivedInvoices, { filter: { search: get('q') } }, (data) => data.archivedInvoices);
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'number',
        header: t('archive.number'),
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).number} />,
      },
      { id: 'issuedOn', header: t('archive.issuedOn'), width: 180, cell: (row) => date(read(row).issuedOn) },
      { id: 'archivedAt', header: t('archive.archivedAt'), width: 180, cell: (row) => date(read(row).archivedAt) },
      { id: 'keepUntil', header: t('archive.keepUntil'), width: 180, cell: (row) => date(read(row).keepUntil) },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { number, issuedOn, keepUntil } = read(row);
        return {
          href: hrefOf(row),
          title: number,
          sub: t('archive.meta', { issued: date(issuedOn), until: date(keepUntil) }),
        };
      },
    [t],
  );
  return (
    <ListScreen
      name="archive"
      title={t('nav.archive')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('archive.search')}
      empty={
        <Empty icon={IconArchive} title={t('archive.none')}>
          {t('archive.noneText')}
        </Empty>
      }
    />
  );
}
