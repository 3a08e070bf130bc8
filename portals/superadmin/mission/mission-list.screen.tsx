import { useQuery } from '@apollo/client/react';
import { IconBriefcase } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { Primary } from '../../shared/frame/primary';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { MissionSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, moneyRound, number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { KpiSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import { MissionState, missionStatuses } from './mission-state';

const AdminMissionRow_mission = graphql(`
  fragment AdminMissionRow_mission on Mission {
    id reference title status scheduledStart city feeCents currency
    customer { id name }
    prestataire { id name }
  }
`);
const AdminMissions = graphql(`
  query AdminMissions($after: String, $filter: MissionFilter, $sort: MissionSort!, $direction: Direction!) {
    missions(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminMissionRow_mission }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const AdminMissionFigures = graphql(`
  query AdminMissionFigures { missionStats { total open assigned inProgress delivered approvedThisMonth } }
`);

type Row = { id: string } & FragmentType<typeof AdminMissionRow_mission>;
const read = (row: Row) => readFragment(AdminMissionRow_mission, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/missions/${row.id}`;
const latest = { by: 'SCHEDULED_START', descending: true };

export function MissionList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const sort = sortOf(get('sort'), latest) ?? latest;
  const status = missionStatuses.filter((value) => value === get('status'));
  const list = useConnection(
    AdminMissions,
    {
      filter: {
        search: get('q'),
        status: status.length ? status : null,
        customerId: get('customer'),
        prestataireId: get('prestataire'),
      },
      sort: sort.by as MissionSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.missions,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'title',
        header: t('missions.one'),
        sort: 'TITLE',
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).title} sub={read(row).reference} />,
      },
      { id: 'customer', header: t('missions.customer'), cell: (row) => read(row).customer?.name },
      { id: 'state', header: t('missions.state'), width: 130, cell: (row) => <MissionState quiet status={read(row).status} /> },
      {
        id: 'who',
        header: t('missions.prestataire'),
        width: 180,
        cell: (row) => {
          const { prestataire } = read(row);
          return prestataire && <Person name={prestataire.name} size={20} />;
        },
      },
      { id: 'city', header: t('missions.city'), width: 150, cell: (row) => read(row).city },
      {
        id: 'start',
        header: t('missions.start'),
        sort: 'SCHEDULED_START',
        width: 120,
        cell: (row) => {
          const { scheduledStart } = read(row);
          return scheduledStart && dateShort(scheduledStart);
        },
      },
      {
        id: 'fee',
        header: t('missions.fee'),
        align: 'right',
        width: 110,
        cell: (row) => {
          const { feeCents, currency } = read(row);
          return feeCents != null && <Figure>{moneyRound(feeCents, currency)}</Figure>;
        },
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { title, customer, status, scheduledStart, feeCents, currency } = read(row);
        return {
          href: hrefOf(row),
          title,
          sub: (
            <>
              <MissionState quiet status={status} />
              {customer && ` · ${customer.name}`}
            </>
          ),
          figure: feeCents == null ? undefined : moneyRound(feeCents, currency),
          note: scheduledStart && dateShort(scheduledStart),
        };
      },
    [],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('missions.state'),
      options: missionStatuses.map((value) => ({ value, label: t(`missions.states.${value}`) })),
    },
  ];
  const create = permissions.includes('mission.create') ? { label: t('missions.new'), href: '/missions/new' } : undefined;
  return (
    <ListScreen
      name="missions"
      title={t('nav.missions')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('missions.search')}
      filters={filters}
      views={[
        { label: t('missions.view.all'), search: '' },
        { label: t('missions.view.open'), search: 'status=OPEN' },
        { label: t('missions.view.running'), search: 'status=IN_PROGRESS' },
        { label: t('missions.view.delivered'), search: 'status=DELIVERED' },
        { label: t('missions.view.approved'), search: 'status=APPROVED' },
      ]}
      defaultSort={latest}
      kpis={<Figures />}
      primary={create}
      empty={
        <Empty icon={IconBriefcase} title={t('missions.none')} action={create && <Primary {...create} />}>
          {t('missions.noneText')}
        </Empty>
      }
    />
  );
}

function Figures() {
  const { t } = useTranslation();
  const { data, error } = useQuery(AdminMissionFigures);
  if (error && !data) return null; // The list below says what is wrong.
  if (!data) return <KpiSkeleton columns={5} phone="row" />;
  const { open, assigned, inProgress, delivered, approvedThisMonth } = data.missionStats;
  return (
    <KpiStrip columns={5} phone="row">
      <Kpi label={t('missions.view.delivered')} value={number(delivered)} href="/missions?status=DELIVERED" />
      <Kpi label={t('missions.view.open')} value={number(open)} href="/missions?status=OPEN" />
      <Kpi label={t('missions.states.ASSIGNED')} value={number(assigned)} href="/missions?status=ASSIGNED" />
      <Kpi label={t('missions.states.IN_PROGRESS')} value={number(inProgress)} href="/missions?status=IN_PROGRESS" />
      <Kpi
        label={t('missions.view.approved')}
        value={number(approvedThisMonth)}
        note={t('missions.thisMonth')}
        href="/missions?status=APPROVED"
      />
    </KpiStrip>
  );
}
