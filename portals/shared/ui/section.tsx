import type { CSSProperties, ReactNode } from 'react';
import css from './section.module.css';

type SectionProps = {
  title: string;
  count?: number;
  action?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  plain?: boolean;
};

/** Section card. `flush` lets a table touch the border; `plain` drops the box (right rail). */
export function Section({ title, count, action, children, flush, plain }: SectionProps) {
  return (
    <section className={css.section} data-plain={plain || undefined} aria-label={title}>
      <header className={css.header}>
        <h2 className={css.title}>
          {title}
          {count !== undefined && <span className={css.count}>{count}</span>}
        </h2>
        {action}
      </header>
      <div className={css.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}

/** Label above value, in a definition list. */
export function Facts({ items, columns = 1 }: { items: [string, ReactNode][]; columns?: number }) {
  return (
    <dl className={css.facts} style={{ '--facts': columns } as CSSProperties}>
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
