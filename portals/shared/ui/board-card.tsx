import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './board-card.module.css';

type BoardCardProps = {
  href: string;
  title: string;
  menu?: ReactNode;
  /** Whose it is: mark and name. */
  whose?: ReactNode;
  amount?: string;
  who?: ReactNode;
  /** What comes next, and its age; `late` turns it red. */
  next?: { text: string; age?: string; late?: boolean; icon?: ReactNode };
};

/** Inside a board's card: title, company, amount, next step. */
export function BoardCard({ href, title, menu, whose, amount, who, next }: BoardCardProps) {
  return (
    <article>
      <div className={css.top}>
        <Link to={href} className={css.title} draggable={false}>
          {title}
        </Link>
        {menu}
      </div>
      {whose && <div className={css.company}>{whose}</div>}
      <div className={css.foot}>
        <span className={css.amount}>{amount}</span>
        {who}
      </div>
      {next && (
        <p className={css.next} data-late={next.late || undefined}>
          {next.icon}
          <span className="truncate">{next.text}</span>
          <span className={css.age}>{next.age}</span>
        </p>
      )}
    </article>
  );
}
