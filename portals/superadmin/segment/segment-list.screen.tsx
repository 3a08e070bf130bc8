import { useQuery } from '@apollo/client/react';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { ListScreen } from '../../shared/frame/list-screen';
import { graphql } from '../../shared/graphql/generated';
import type { SuperadminSegmentsQuery } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { number } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';
import { toneOf } from './segment-badge';

const SuperadminSegments = graphql(`
  query SuperadminSegments {
    segments { id name colour sentence stale broken filledAt memberCount recent { entered left } }
  }
`);

type Row = SuperadminSegmentsQuery['segments'][number];
const rowId = ({ id }: Row) => id;

/** Few by nature: all on one page, those that came with the product first. */
export function SegmentList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(SuperadminSegments, { fetchPolicy: 'cache-and-network' });
  const { columns, card } = useMemo(() => {
    const moves = ({ recent: { entered, left } }: Row) =>
      entered + left > 0 ? t('segments.moves', { entered: number(entered), left: number(left) }) : '—';
    const count = ({ memberCount, filledAt }: Row) => (filledAt ? number(memberCount) : '—');
    const columns: Column<Row>[] = [
      {
        id: 'name',
        header: t('segments.name'),
        cell: (row) => (
          <NameCell
            href={`/segments/${row.id}`}
            title={row.name}
            sub={row.broken ? t('segments.broken') : (row.sentence ?? '')}
          />
        ),
      },
      {
        id: 'colour',
        header: t('segments.badge'),
        width: 190,
        cell: (row) => <Status tone={toneOf(row.colour)}>{row.name}</Status>,
      },
      { id: 'count', header: t('segments.members'), align: 'right', width: 110, cell: (row) => <Figure>{count(row)}</Figure> },
      { id: 'moves', header: t('segments.moves30'), align: 'right', width: 150, cell: (row) => <Figure>{moves(row)}</Figure> },
    ];
    const card = (row: Row): CardContent => ({
      href: `/segments/${row.id}`,
      title: row.name,
      sub: row.broken ? t('segments.broken') : (row.sentence ?? ''),
      figure: count(row),
      note: moves(row),
    });
    return { columns, card };
  }, [t]);
  return (
    <ListScreen
      name="segments"
      title={t('nav.segments')}
      list={{
        rows: data?.segments,
        total: data?.segments.length,
        problem: error && problemOf(error),
        retry: () => void refetch().catch(() => {}),
      }}
      columns={columns}
      card={card}
      rowId={rowId}
      primary={permissions.includes('segment.manage') ? { label: t('segments.new'), href: '/segments/new' } : undefined}
      empty={
        <Empty icon={IconUsersGroup} title={t('segments.none')}>
          {t('segments.noneText')}
        </Empty>
      }
    />
  );
}
