import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './card-list.module.css';

/** A row on a phone: who, state, figure; the rest is one tap away. */
export type CardContent = {
  href: string;
  title: string;
  mark?: ReactNode;
  sub?: ReactNode;
  figure?: ReactNode;
  note?: ReactNode;
};

type CardListProps<Row> = { rows: readonly Row[]; rowId: (row: Row) => string; card: (row: Row) => CardContent };

export function CardList<Row>({ rows, rowId, card }: CardListProps<Row>) {
  return (
    <ul className={css.list}>
      {rows.map((row) => {
        const { href, title, mark, sub, figure, note } = card(row);
        return (
          <li key={rowId(row)} className={css.card} data-row>
            {mark}
            <div className={css.main}>
              <Link to={href} className={css.name} data-row-link dir="auto">
                {title}
              </Link>
              {sub && <span className={css.sub}>{typeof sub === 'string' ? <span className={css.words}>{sub}</span> : sub}</span>}
            </div>
            <div className={css.figures}>
              {figure && <span className={css.amount}>{figure}</span>}
              {note && <span className={css.note}>{note}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
