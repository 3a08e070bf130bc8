import { useSubscription } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ExportStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { bytes, dateShort, dateTime } from '../../shared/ui/format';
import css from './export.module.css';
import { ExportDownload, ExportState } from './export-state';
import { useCancelExport } from './use-cancel-export';

const AdminExportRow_exportRun = graphql(`
  fragment AdminExportRow_exportRun on ExportRun {
    id kind format status fileName size createdAt expiresAt
    createdBy { id name }
    customer { id name }
    viewerCan { cancel }
    ...ExportState_exportRun
  }
`);
const AdminExports = graphql(`
  query AdminExports($after: String, $filter: ExportRunFilter) {
    exportRuns(first: 25, after: $after, filter: $filter) {
      nodes { id ...AdminExportRow_exportRun }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const AdminExportChanged = graphql(`
  subscription AdminExportChanged { exportRunChanged { id ...AdminExportRow_exportRun } }
`);

type Row = { id: string } & FragmentType<typeof AdminExportRow_exportRun>;
const read = (row: Row) => readFragment(AdminExportRow_exportRun, row);
const rowId = ({ id }: Row) => id;
/** To what it is of. */
const wayTo = (row: Row) => ['/customers', read(row).customer?.id].filter(Boolean).join('/');
const statuses: ExportStatus[] = ['RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED'];

/** The files somebody asked for: how far they are, until when they can be fetched. */
export function ExportList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const navigate = useNavigate();
  const { get } = useUrlState();
  const cancel = useCancelExport();
  const others = permissions.includes('export.manage');
  useSubscription(AdminExportChanged);
  const list = useConnection(
    AdminExports,
    { filter: { status: get('status') as ExportStatus | null, mine: get('mine') === 'true' || null } },
    (data) => data.exportRuns,
  );
  const columns = useMemo((): Column<Row>[] => {
    const about = (row: Row) => {
      const { kind, customer } = read(row);
      return customer?.name ?? t(`exports.kinds.${kind}`);
    };
    return [
      {
        id: 'file',
        header: t('exports.file'),
        cell: (row) => <NameCell href={wayTo(row)} title={read(row).fileName} sub={about(row)} />,
      },
      ...(others ? [{ id: 'by', header: t('exports.by'), width: 160, cell: (row: Row) => read(row).createdBy?.name }] : []),
      { id: 'at', header: t('exports.at'), width: 170, cell: (row) => dateTime(read(row).createdAt) },
      { id: 'state', header: t('exports.state'), width: 220, cell: (row) => <ExportState run={read(row)} /> },
      {
        id: 'size',
        header: t('exports.size'),
        align: 'right',
        width: 90,
        cell: (row) => {
          const { size } = read(row);
          return size === null || size === undefined ? null : bytes(size);
        },
      },
      {
        id: 'until',
        header: t('exports.until'),
        width: 170,
        cell: (row) => {
          const { status, expiresAt } = read(row);
          return status === 'DONE' && expiresAt ? dateTime(expiresAt) : null;
        },
      },
      {
        id: 'acts',
        header: t('exports.acts'),
        width: 150,
        align: 'right',
        cell: (row) => (
          <div className={css.acts}>
            {read(row).viewerCan.cancel && (
              <Button
                size="xs"
                variant="default"
                onClick={() => void cancel(row.id)}
                aria-label={t('exports.cancelFile', { file: read(row).fileName })}
              >
                {t('exports.cancel')}
              </Button>
            )}
            <ExportDownload run={read(row)} />
          </div>
        ),
      },
    ];
  }, [t, others, cancel]);
  return (
    <ListScreen<Row>
      name="exports"
      title={t('nav.exports')}
      list={list}
      columns={columns}
      rowId={rowId}
      card={(row) => ({
        href: wayTo(row),
        title: read(row).fileName,
        sub: dateShort(read(row).createdAt),
        figure: <ExportDownload run={read(row)} />,
        note: <ExportState run={read(row)} />,
      })}
      filters={[
        {
          key: 'status',
          label: t('exports.state'),
          options: statuses.map((value) => ({ value, label: t(`exports.states.${value}`) })),
        },
        ...(others ? [{ key: 'mine', label: t('exports.by'), options: [{ value: 'true', label: t('exports.mine') }] }] : []),
      ]}
      empty={
        <Empty
          icon={IconPackageExport}
          title={t('exports.none')}
          action={
            <Button variant="default" onClick={() => void navigate('/customers')}>
              {t('exports.toCustomers')}
            </Button>
          }
        >
          {t('exports.noneText')}
        </Empty>
      }
    />
  );
}
