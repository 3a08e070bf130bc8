import { IconListDetails } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { and, date } from '../../shared/ui/format';
import { RegisterExport } from './register-export';
import { RegisterState } from './register-state';
import { legalBases } from './register-words';

const ProcessingRow_activity = graphql(`
  fragment ProcessingRow_activity on ProcessingActivity {
    id name people legalBases transfers endedOn updatedAt
    processors { id name }
  }
`);
const AdminProcessing = graphql(`
  query AdminProcessing($after: String, $filter: ProcessingActivityFilter) {
    processingActivities(first: 50, after: $after, filter: $filter, direction: ASC) {
      nodes { id ...ProcessingRow_activity }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof ProcessingRow_activity>;
const read = (row: Row) => readFragment(ProcessingRow_activity, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/processing/${row.id}`;

/** The register of processing: what we do with data on people. */
export function ProcessingList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const list = useConnection(
    AdminProcessing,
    {
      filter: {
        search: get('q'),
        legalBasis: legalBases.find((value) => value === get('basis')),
        active: get('active') === null ? null : get('active') === 'true',
        transfers: get('transfers') === 'true' ? true : null,
      },
    },
    (data) => data.processingActivities,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: t('registers.name'),
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).name} sub={read(row).people} />,
      },
      {
        id: 'basis',
        header: t('registers.legalBases'),
        width: 240,
        cell: (row) =>
          read(row)
            .legalBases.map((basis) => t(`registers.basis.${basis}`))
            .join(', '),
      },
      {
        id: 'processors',
        header: t('registers.processors'),
        width: 220,
        cell: (row) =>
          read(row)
            .processors.map(({ name }) => name)
            .join(', '),
      },
      {
        id: 'state',
        header: t('registers.state'),
        width: 130,
        cell: (row) => <RegisterState quiet endedOn={read(row).endedOn} />,
      },
      { id: 'updated', header: t('registers.updatedAt'), width: 130, cell: (row) => date(read(row).updatedAt) },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { name, people, legalBases: bases, endedOn } = read(row);
        return {
          href: hrefOf(row),
          title: name,
          sub: people,
          figure: <RegisterState quiet endedOn={endedOn} />,
          note: and(bases.map((basis) => t(`registers.basis.${basis}`))),
        };
      },
    [t],
  );
  const filters: Filter[] = [
    {
      key: 'basis',
      label: t('registers.legalBases'),
      options: legalBases.map((value) => ({ value, label: t(`registers.basis.${value}`) })),
    },
  ];
  return (
    <ListScreen
      name="processing"
      title={t('nav.processing')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('registers.searchActivity')}
      filters={filters}
      views={[
        { label: t('registers.view.all'), search: '' },
        { label: t('registers.view.active'), search: 'active=true' },
        { label: t('registers.view.ended'), search: 'active=false' },
        { label: t('registers.view.transfers'), search: 'transfers=true' },
      ]}
      actions={<RegisterExport kept="PROCESSING" />}
      primary={permissions.includes('register.edit') ? { label: t('registers.newActivity'), href: '/processing/new' } : undefined}
      empty={
        <Empty icon={IconListDetails} title={t('registers.noActivity')}>
          {t('registers.noActivityText')}
        </Empty>
      }
    />
  );
}
