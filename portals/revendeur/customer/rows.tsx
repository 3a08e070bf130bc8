import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './customer.module.css';

type Row = { id: string; href?: string; title: string; sub?: ReactNode; status: ReactNode; amount: string; note?: ReactNode };

/** A short list in a section: what, in what state, how much. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className={css.rows}>
      {rows.map(({ id, href, title, sub, status, amount, note }) => (
        <li key={id}>
          <div className={css.who}>
            <p className={css.name}>{href ? <Link to={href}>{title}</Link> : title}</p>
            {sub && <p className={css.sub}>{sub}</p>}
          </div>
          <span className={css.state}>{status}</span>
          <div className={css.amounts}>
            <p className={css.amount}>{amount}</p>
            {note && <p className={css.sub}>{note}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
