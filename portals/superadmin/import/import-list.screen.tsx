import { Button, SegmentedControl } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ImportKind } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { CardList } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import { type Column, DataTable } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { dateShort, dateTime, number } from '../../shared/ui/format';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { usePhone } from '../../shared/ui/use-phone';
import { CustomerSender } from './customer-sender';
import css from './import.module.css';
import { ImportSender } from './import-sender';
import { ImportState } from './import-state';

const AdminImportRow_importRun = graphql(`
  fragment AdminImportRow_importRun on ImportRun {
    id kind fileName status dryRun progress read created updated unchanged refusedTotal createdAt finishedAt
    createdBy { id name }
  }
`);
const AdminImports = graphql(`
  query AdminImports($after: String) {
    importRuns(first: 25, after: $after) {
      nodes { id ...AdminImportRow_importRun }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminImportRow_importRun>;
const read = (row: Row) => readFragment(AdminImportRow_importRun, row);
const rowId = (row: Row) => row.id;

const brings: ImportKind[] = ['ORDERS', 'CUSTOMERS'];
const permissionOf: Record<ImportKind, string> = { ORDERS: 'order.import', CUSTOMERS: 'customer.import' };

export function ImportList() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { permissions } = useViewer();
  const { get, set } = useUrlState();
  const kinds = brings.filter((one) => permissions.includes(permissionOf[one]));
  const kind = kinds.find((one) => one === get('what')) ?? kinds[0];
  const { rows, total, problem, retry, more, loadingMore } = useConnection(AdminImports, {}, (data) => data.importRuns);
  const columns = useMemo<Column<Row>[]>(() => {
    const count = (id: 'read' | 'created' | 'updated' | 'unchanged'): Column<Row> => ({
      id,
      header: t(`imports.counts.${id}`),
      align: 'right',
      width: 100,
      cell: (row) => number(read(row)[id]),
    });
    return [
      {
        id: 'file',
        header: t('imports.file'),
        cell: (row) => (
          <NameCell
            href={`/imports/${row.id}`}
            title={read(row).fileName}
            sub={read(row).dryRun ? t('imports.tried') : read(row).createdBy?.name}
          />
        ),
      },
      { id: 'kind', header: t('imports.what'), width: 110, cell: (row) => t(`imports.kinds.${read(row).kind}`) },
      { id: 'state', header: t('imports.state'), width: 130, cell: (row) => <ImportState quiet status={read(row).status} /> },
      { id: 'at', header: t('imports.at'), width: 180, cell: (row) => dateTime(read(row).createdAt) },
      count('read'),
      count('created'),
      count('updated'),
      count('unchanged'),
      {
        id: 'refused',
        header: t('imports.counts.refused'),
        align: 'right',
        width: 100,
        cell: (row) => {
          const { refusedTotal } = read(row);
          return refusedTotal > 0 && <Figure>{number(refusedTotal)}</Figure>;
        },
      },
    ];
  }, [t]);
  return (
    <Page>
      <Crumbs items={[[t('nav.imports')]]} />
      <PageHeader title={t('nav.imports')} count={total ? number(total) : undefined} lead={kind && t(`imports.lead.${kind}`)} />
      {kinds.length > 0 && (
        <Section
          title={t(`imports.new.${kind}`)}
          action={
            kinds.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('imports.what')}
                data={kinds.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))}
                value={kind}
                onChange={(value) => set({ what: value })}
              />
            )
          }
        >
          {kind === 'CUSTOMERS' ? <CustomerSender /> : <ImportSender />}
        </Section>
      )}
      <Section title={t('imports.past')} count={total} flush={Boolean(rows?.length)}>
        {problem && !rows ? (
          <Failure problem={problem} retry={retry} />
        ) : !rows ? (
          <RowsSkeleton rows={3} />
        ) : !rows.length ? (
          <Empty icon={IconTableImport} title={t('imports.none')}>
            {t('imports.noneText')}
          </Empty>
        ) : phone ? (
          <CardList
            rows={rows}
            rowId={rowId}
            card={(row) => ({
              href: `/imports/${row.id}`,
              title: read(row).fileName,
              sub: `${t(`imports.kinds.${read(row).kind}`)} · ${dateShort(read(row).createdAt)}`,
              figure: number(read(row).read),
              note: <ImportState quiet status={read(row).status} />,
            })}
          />
        ) : (
          <div className={css.rows}>
            <DataTable label={t('imports.table')} rows={rows} columns={columns} rowId={rowId} />
          </div>
        )}
        {more && (
          <Button variant="default" onClick={more} loading={loadingMore}>
            {t('frame:list.more')}
          </Button>
        )}
      </Section>
    </Page>
  );
}
