import { IconShieldX } from '@tabler/icons-react';
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
import { dateTime } from '../../shared/ui/format';
import { RegisterExport } from '../register/register-export';
import { BreachState } from './breach-state';
import { natures, risks } from './breach-words';

const BreachRow_breach = graphql(`
  fragment BreachRow_breach on DataBreach { id reference title natures awareAt dueAt risk notifiedAt closedAt }
`);
const AdminBreaches = graphql(`
  query AdminBreaches($after: String, $filter: DataBreachFilter) {
    dataBreaches(first: 50, after: $after, filter: $filter, direction: DESC) {
      nodes { id ...BreachRow_breach }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof BreachRow_breach>;
const read = (row: Row) => readFragment(BreachRow_breach, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/breaches/${row.id}`;
const flag = (value: string | null) => (value === null ? null : value === 'true');

/** The register of breaches, the latest first, each with its clock. */
export function BreachList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const list = useConnection(
    AdminBreaches,
    {
      filter: {
        search: get('q'),
        open: flag(get('open')),
        toNotify: flag(get('toNotify')),
        risk: risks.find((value) => value === get('risk')),
        nature: natures.find((value) => value === get('nature')),
      },
    },
    (data) => data.dataBreaches,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'title',
        header: t('breaches.breach'),
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).title} sub={read(row).reference} />,
      },
      {
        id: 'natures',
        header: t('breaches.nature'),
        width: 220,
        cell: (row) =>
          read(row)
            .natures.map((nature) => t(`breaches.natures.${nature}`))
            .join(', '),
      },
      {
        id: 'risk',
        header: t('breaches.risk'),
        width: 130,
        cell: (row) => t(`breaches.risks.${read(row).risk ?? 'UNKNOWN'}`),
      },
      { id: 'aware', header: t('breaches.awareAt'), width: 190, cell: (row) => dateTime(read(row).awareAt) },
      { id: 'state', header: t('breaches.state'), width: 220, cell: (row) => <BreachState quiet breach={read(row)} /> },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { title, reference, awareAt, risk } = read(row);
        return {
          href: hrefOf(row),
          title,
          sub: `${reference}, ${t(`breaches.risks.${risk ?? 'UNKNOWN'}`).toLowerCase()}`,
          figure: <BreachState quiet breach={read(row)} />,
          note: dateTime(awareAt),
        };
      },
    [t],
  );
  const filters: Filter[] = [
    { key: 'risk', label: t('breaches.risk'), options: risks.map((value) => ({ value, label: t(`breaches.risks.${value}`) })) },
    {
      key: 'nature',
      label: t('breaches.nature'),
      options: natures.map((value) => ({ value, label: t(`breaches.natures.${value}`) })),
    },
  ];
  return (
    <ListScreen
      name="breaches"
      title={t('nav.breaches')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('breaches.search')}
      filters={filters}
      views={[
        { label: t('breaches.view.all'), search: '' },
        { label: t('breaches.view.toNotify'), search: 'toNotify=true' },
        { label: t('breaches.view.open'), search: 'open=true' },
        { label: t('breaches.view.closed'), search: 'open=false' },
      ]}
      actions={<RegisterExport kept="BREACHES" />}
      primary={permissions.includes('breach.manage') ? { label: t('breaches.new'), href: '/breaches/new' } : undefined}
      empty={
        <Empty icon={IconShieldX} title={t('breaches.none')}>
          {t('breaches.noneText')}
        </Empty>
      }
    />
  );
}
