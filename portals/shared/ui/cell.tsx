import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './cell.module.css';

type NameCellProps = { href: string; title: string; sub?: ReactNode; mark?: ReactNode };

/** First cell of a row: mark, name as the row's link, place muted below. */
export function NameCell({ href, title, sub, mark }: NameCellProps) {
  return (
    <div className={css.cell}>
      {mark}
      <span className={css.names}>
        <Link to={href} className={css.name} data-row-link dir="auto">
          {title}
        </Link>
        {sub && <span className={css.sub}>{sub}</span>}
      </span>
    </div>
  );
}

/** A figure that counts, and what it is made of, muted below. */
export function TwoLines({ children, sub }: { children: ReactNode; sub: ReactNode }) {
  return (
    <span className={css.lines}>
      <Figure>{children}</Figure>
      <span className={css.sub}>{sub}</span>
    </span>
  );
}

/** A figure that counts: `strong` in ink, `danger` when money or time is lost. */
export function Figure({ children, tone = 'strong' }: { children: ReactNode; tone?: 'strong' | 'danger' | 'quiet' }) {
  return (
    <span className={css.figure} data-tone={tone}>
      {children}
    </span>
  );
}
