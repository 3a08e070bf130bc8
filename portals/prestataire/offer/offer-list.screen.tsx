import { IconTarget } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { MissionSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { duration, money } from '../../shared/ui/format';
import { useMissionLive } from '../mission/use-mission-live';
import { schedule } from '../mission/when';
import { Application } from './application';

const OfferRow_mission = graphql(`
  fragment OfferRow_mission on Mission {
    id reference title scheduledStart scheduledEnd postalCode city feeCents currency estimatedMinutes
    applications { id status }
  }
`);

const PrestataireOffers = graphql(`
  query PrestataireOffers($after: String, $filter: MissionFilter, $sort: MissionSort!, $direction: Direction!) {
    availableMissions(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...OfferRow_mission }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof OfferRow_mission>;
const read = (row: Row) => readFragment(OfferRow_mission, row);
const rowId = (row: Row) => row.id;
const soonest = { by: 'SCHEDULED_START', descending: false };

/** Missions that nobody has yet: where, when, for how much, and whether one asked for it. */
export function OfferList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  useMissionLive();
  const sort = sortOf(get('sort'), soonest) ?? soonest;
  const list = useConnection(
    PrestataireOffers,
    {
      filter: { search: get('q') },
      sort: sort.by as MissionSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.availableMissions,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'mission',
        header: t('missions.mission'),
        sort: 'TITLE',
        cell: (row) => <NameCell href={`/offers/${row.id}`} title={read(row).title} sub={read(row).reference} />,
      },
      { id: 'start', header: t('missions.when'), sort: 'SCHEDULED_START', width: 240, cell: (row) => schedule(read(row), t) },
      {
        id: 'place',
        header: t('missions.place'),
        width: 220,
        cell: (row) => [read(row).postalCode, read(row).city].filter(Boolean).join(' ') || t('mission.anywhere'),
      },
      {
        id: 'planned',
        header: t('mission.planned'),
        width: 120,
        cell: (row) => {
          const { estimatedMinutes } = read(row);
          return typeof estimatedMinutes === 'number' ? duration(estimatedMinutes) : undefined;
        },
      },
      {
        id: 'application',
        header: t('offers.yours'),
        width: 170,
        cell: (row) => {
          const [own] = read(row).applications;
          return own && <Application quiet status={own.status} />;
        },
      },
      {
        id: 'fee',
        header: t('missions.fee'),
        align: 'right',
        width: 120,
        cell: (row) => {
          const { feeCents, currency } = read(row);
          return typeof feeCents === 'number' ? <Figure>{money(feeCents, currency)}</Figure> : undefined;
        },
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { id, title, city, feeCents, currency, applications } = read(row);
        const [own] = applications;
        return {
          href: `/offers/${id}`,
          title,
          sub: own ? <Application quiet status={own.status} /> : (city ?? t('mission.anywhere')),
          figure: typeof feeCents === 'number' ? money(feeCents, currency) : undefined,
          note: schedule(read(row), t),
        };
      },
    [t],
  );
  return (
    <ListScreen
      name="offers"
      title={t('nav.offers')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('missions.search')}
      defaultSort={soonest}
      empty={
        <Empty icon={IconTarget} title={t('offers.none')}>
          {t('offers.noneText')}
        </Empty>
      }
    />
  );
}
