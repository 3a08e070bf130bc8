import { useQuery } from '@apollo/client/react';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Bars } from '../../shared/ui/bars';
import { Failure } from '../../shared/ui/failure';
import { dateShort, number } from '../../shared/ui/format';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './segment.module.css';

const SegmentMovement = graphql(`
  query SegmentMovement($id: ID!, $days: Int!) {
    segment(id: $id) { id movement(days: $days) { day entered left members } }
  }
`);

const spans = { DAYS: 30, WEEKS: 182 } as const;
type Span = keyof typeof spans;
const WEEK = 7;

/** How many came and left, day by day or week by week. */
export function Movement({ id }: { id: string }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<Span>('DAYS');
  const { data, error, refetch } = useQuery(SegmentMovement, {
    variables: { id, days: spans[span] },
    fetchPolicy: 'cache-and-network',
  });
  const days = data?.segment?.movement;
  if (error && !days) return <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />;
  const size = span === 'DAYS' ? 1 : WEEK;
  const parts = Array.from({ length: Math.ceil((days?.length ?? 0) / size) }, (_, at) =>
    (days ?? []).slice(at * size, (at + 1) * size),
  );
  const bars = parts.map((part) => ({
    day: dateShort(part[0]?.day ?? ''),
    entered: part.reduce((sum, { entered }) => sum + entered, 0),
    left: part.reduce((sum, { left }) => sum + left, 0),
  }));
  const [entered, left] = (['entered', 'left'] as const).map((way) => bars.reduce((sum, bar) => sum + bar[way], 0));
  return (
    <div className={css.movement}>
      <SegmentedControl
        size="xs"
        aria-label={t('segments.span')}
        data={(['DAYS', 'WEEKS'] as const).map((value) => ({ value, label: t(`segments.spans.${value}`) }))}
        value={span}
        onChange={(value) => setSpan(value as Span)}
      />
      {days ? (
        <Bars
          label={t('segments.movementLabel', { entered: number(entered ?? 0), left: number(left ?? 0) })}
          data={bars}
          by="day"
          series={[
            { name: 'entered', label: t('segments.entries') },
            { name: 'left', label: t('segments.exits'), soft: true },
          ]}
          format={number}
          axisFormat={number}
        />
      ) : (
        <RowsSkeleton rows={4} columns={1} />
      )}
    </div>
  );
}
