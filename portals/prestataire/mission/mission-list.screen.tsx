import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { MissionSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { money } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';
import { missionTones, path } from './mission-state';
import { useMissionLive } from './use-mission-live';
import { schedule } from './when';

const MissionRow_mission = graphql(`
  fragment MissionRow_mission on Mission {
    id reference title status scheduledStart scheduledEnd city feeCents currency
    customer { id name }
  }
`);

const PrestataireMissions = graphql(`
  query PrestataireMissions($after: String, $filter: MissionFilter, $sort: MissionSort!, $direction: Direction!) {
    missions(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...MissionRow_mission }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const PrestataireMissionFigures = graphql(`
  query PrestataireMissionFigures {
    missionStats { total assigned inProgress delivered approved cancelled }
  }
`);

type Row = { id: string } & FragmentType<typeof MissionRow_mission>;
const read = (row: Row) => readFragment(MissionRow_mission, row);
const rowId = (row: Row) => row.id;
const newest = { by: 'SCHEDULED_START', descending: true };
const statuses = [...path, 'CANCELLED'] as const;

export function MissionList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  useMissionLive();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const status = statuses.find((value) => value === get('status'));
  const list = useConnection(
    PrestataireMissions,
    {
      filter: { search: get('q'), status: status && [status] },
      sort: sort.by as MissionSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.missions,
  );
  const { data: figures } = useQuery(PrestataireMissionFigures);
  const stats = figures?.missionStats;
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'mission',
        header: t('missions.mission'),
        sort: 'TITLE',
        cell: (row) => <NameCell href={`/missions/${row.id}`} title={read(row).title} sub={read(row).reference} />,
      },
      {
        id: 'status',
        header: t('missions.status'),
        width: 130,
        cell: (row) => (
          <Status quiet tone={missionTones[read(row).status]}>
            {t(`mission.state.${read(row).status}`)}
          </Status>
        ),
      },
      {
        id: 'start',
        header: t('missions.when'),
        sort: 'SCHEDULED_START',
        width: 240,
        cell: (row) => schedule(read(row), t),
      },
      { id: 'customer', header: t('missions.customer'), width: 220, cell: (row) => read(row).customer?.name },
      { id: 'city', header: t('missions.place'), width: 170, cell: (row) => read(row).city },
      {
        id: 'fee',
        header: t('missions.fee'),
        align: 'right',
        width: 120,
        cell: (row) => {
          const { feeCents, currency } = read(row);
          return typeof feeCents === 'number' && <Figure>{money(feeCents, currency)}</Figure>;
        },
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { id, title, status: state, city, feeCents, currency } = read(row);
        return {
          href: `/missions/${id}`,
          title,
          sub: (
            <>
              <Status quiet tone={missionTones[state]}>
                {t(`mission.state.${state}`)}
              </Status>
              {city && <>· {city}</>}
            </>
          ),
          figure: typeof feeCents === 'number' ? money(feeCents, currency) : undefined,
          note: schedule(read(row), t),
        };
      },
    [t],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('missions.status'),
      options: statuses.map((value) => ({ value, label: t(`mission.state.${value}`) })),
    },
  ];
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
        { label: t('missions.all'), search: '', count: stats?.total },
        { label: t('missions.toStart'), search: 'status=ASSIGNED&sort=SCHEDULED_START', count: stats?.assigned },
        { label: t('missions.underWay'), search: 'status=IN_PROGRESS&sort=SCHEDULED_START', count: stats?.inProgress },
        { label: t('missions.delivered'), search: 'status=DELIVERED', count: stats?.delivered },
        { label: t('missions.approved'), search: 'status=APPROVED', count: stats?.approved },
      ]}
      defaultSort={newest}
      empty={
        <Empty
          icon={IconBriefcase}
          title={t('missions.none')}
          action={
            <Button component={Link} to="/offers" variant="default">
              {t('missions.seeOffers')}
            </Button>
          }
        >
          {t('missions.noneText')}
        </Empty>
      }
    />
  );
}
