import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import css from './kpi.module.css';

type KpiProps = {
  label: string;
  value: string;
  unit?: string;
  href?: string;
  tone?: 'danger';
  trend?: { text: string; good: boolean; up: boolean };
  note?: string;
  visual?: ReactNode;
};

/** One strip, hairlines between cells: a row of numbers is one object, not seven cards. On phones: a grid, or one swiped row above a list. */
export function KpiStrip({
  children,
  columns,
  phone = 'grid',
}: {
  children: ReactNode;
  columns: number;
  phone?: 'grid' | 'row';
}) {
  return (
    <dl className={css.strip} data-phone={phone} style={{ '--kpi-columns': columns } as CSSProperties}>
      {children}
    </dl>
  );
}

export function Kpi({ label, value, unit, href, tone, trend, note, visual }: KpiProps) {
  const Arrow = trend?.up ? IconArrowUpRight : IconArrowDownRight;
  return (
    <div className={css.cell} data-link={href ? true : undefined}>
      <dt className={css.label}>{href ? <Link to={href}>{label}</Link> : label}</dt>
      <dd className={css.value} data-tone={tone}>
        {value}
        {unit && <span className={css.unit}> {unit}</span>}
      </dd>
      <dd className={css.foot}>
        {trend && (
          <span className={css.trend} data-good={trend.good || undefined}>
            <Arrow size={14} stroke={2} aria-hidden />
            {trend.text}
          </span>
        )}
        {note && <span className="truncate">{note}</span>}
      </dd>
      {visual && <dd className={css.visual}>{visual}</dd>}
    </div>
  );
}
