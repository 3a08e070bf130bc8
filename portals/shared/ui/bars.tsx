import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { BarsProps } from './bars-chart';

const Chart = lazy(() => import('./bars-chart'));

/** A bar chart; recharts comes with it, after the page. `label` is the sentence a screen reader says. */
export function Bars(props: BarsProps) {
  return (
    <Suspense fallback={<Skeleton h={props.height ?? 220} />}>
      <Chart {...props} />
    </Suspense>
  );
}
