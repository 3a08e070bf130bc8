import { IconBuildingBank } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date } from '../../shared/ui/format';
import { regionName } from '../../shared/ui/region';
import { ProcessorForm } from './processor-form';
import { RegisterExport } from './register-export';
import { RegisterState } from './register-state';

const ProcessorRow_processor = graphql(`
  fragment ProcessorRow_processor on Processor { id name service country contractOn endedOn activities { id } }
`);
const AdminProcessors = graphql(`
  query AdminProcessors($after: String, $filter: ProcessorFilter) {
    processors(first: 50, after: $after, filter: $filter, direction: ASC) {
      nodes { id ...ProcessorRow_processor }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof ProcessorRow_processor>;
const read = (row: Row) => readFragment(ProcessorRow_processor, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/processors/${row.id}`;
const flag = (value: string | null) => (value === null ? null : value === 'true');

/** The register of processors: who handles data on people for us. */
export function ProcessorList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const [adding, setAdding] = useState(false);
  const list = useConnection(
    AdminProcessors,
    { filter: { search: get('q'), active: flag(get('active')), contract: flag(get('contract')) } },
    (data) => data.processors,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: t('registers.processor'),
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).name} sub={read(row).service} />,
      },
      { id: 'country', header: t('registers.country'), width: 160, cell: (row) => regionName(read(row).country) },
      {
        id: 'activities',
        header: t('registers.activities'),
        width: 120,
        align: 'right',
        cell: (row) => read(row).activities.length,
      },
      {
        id: 'contract',
        header: t('registers.contractOn'),
        width: 150,
        cell: (row) => {
          const { contractOn } = read(row);
          return contractOn && date(contractOn);
        },
      },
      {
        id: 'state',
        header: t('registers.state'),
        width: 150,
        cell: (row) => <RegisterState quiet endedOn={read(row).endedOn} contractOn={read(row).contractOn} />,
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { name, service, country, endedOn, contractOn } = read(row);
        return {
          href: hrefOf(row),
          title: name,
          sub: service,
          figure: <RegisterState quiet endedOn={endedOn} contractOn={contractOn} />,
          note: regionName(country),
        };
      },
    [],
  );
  return (
    <>
      <ListScreen
        name="processors"
        title={t('nav.processors')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        search={t('registers.searchProcessor')}
        views={[
          { label: t('registers.view.all'), search: '' },
          { label: t('registers.view.active'), search: 'active=true' },
          { label: t('registers.view.noContract'), search: 'active=true&contract=false' },
          { label: t('registers.view.ended'), search: 'active=false' },
        ]}
        actions={<RegisterExport kept="PROCESSORS" />}
        primary={
          permissions.includes('register.edit') ? { label: t('registers.newProcessor'), run: () => setAdding(true) } : undefined
        }
        empty={
          <Empty icon={IconBuildingBank} title={t('registers.noProcessor')}>
            {t('registers.noProcessorText')}
          </Empty>
        }
      />
      {adding && <ProcessorForm close={() => setAdding(false)} reread={list.retry} />}
    </>
  );
}
