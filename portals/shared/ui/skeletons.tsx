import { Skeleton } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KpiStrip } from './kpi';
import kpi from './kpi.module.css';
import css from './skeletons.module.css';

const widths = [170, 140, 190, 120, 160, 130, 180, 150];

function Loading({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-busy="true" aria-label={t('loading')}>
      {children}
    </div>
  );
}

/** Rows of a table or of cards: a mark, two lines, then `columns` figures. */
export function RowsSkeleton({ rows = 8, columns = 3 }: { rows?: number; columns?: number }) {
  return (
    <Loading>
      {widths.slice(0, rows).map((width) => (
        <div key={width} className={css.row}>
          <Skeleton h={28} w={28} radius={6} />
          <div className={css.grow}>
            <Skeleton h={10} w={width} maw="80%" />
            <Skeleton h={8} w={width * 0.5} mt={7} />
          </div>
          {widths.slice(0, columns).map((figure) => (
            <Skeleton key={figure} h={10} w={figure * 0.45} className={css.figure} />
          ))}
        </div>
      ))}
    </Loading>
  );
}

/** As the strip that it stands for, so that nothing below it moves when that comes. */
export function KpiSkeleton({ columns, phone }: Omit<ComponentProps<typeof KpiStrip>, 'children'>) {
  return (
    <KpiStrip columns={columns} phone={phone}>
      {widths.slice(0, columns).map((width) => (
        <div key={width} className={kpi.cell}>
          <dt>
            <Skeleton h={10} w={width * 0.5} mt={3} />
          </dt>
          <dd className={css.value}>
            <Skeleton h={18} w={width * 0.6} mt={12} />
            <Skeleton h={8} w={width * 0.4} mt={12} mb={5} />
          </dd>
        </div>
      ))}
    </KpiStrip>
  );
}

/** Board: columns of cards. */
export function BoardSkeleton({ columns = 5 }: { columns?: number }) {
  return (
    <Loading>
      <div className={css.board}>
        {widths.slice(0, columns).map((width, i) => (
          <div key={width} className={css.column}>
            <Skeleton h={12} w={width * 0.5} mb={24} mt={10} />
            {widths.slice(0, 4 - (i % 3)).map((card) => (
              <Skeleton key={card} h={116} radius={8} mb={8} />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** A record: its header, its figures, its text. */
export function RecordSkeleton() {
  return (
    <Loading>
      <div className={css.record}>
        <Skeleton h={44} w={44} radius={10} />
        <div className={css.grow}>
          <Skeleton h={16} w={220} maw="80%" />
          <Skeleton h={10} w={320} maw="90%" mt={10} />
        </div>
      </div>
      <div className={css.body}>
        <KpiSkeleton columns={4} />
        <RowsSkeleton rows={5} columns={2} />
      </div>
    </Loading>
  );
}
