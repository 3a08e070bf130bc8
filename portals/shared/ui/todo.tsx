import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './todo.module.css';

export type Todo = {
  key: string;
  tone?: 'red' | 'yellow' | 'violet' | 'accent';
  icon: Icon;
  title: string;
  text: string;
  action?: ReactNode;
};

/** Warnings and next best actions, worst first: a title, a reason of one line, one button. `stacked` for a dashboard. */
export function TodoList({ label, items, stacked }: { label: string; items: readonly Todo[]; stacked?: boolean }) {
  return (
    <ul className={css.list} aria-label={label} data-stacked={stacked || undefined}>
      {items.map(({ key, tone = 'accent', icon: Glyph, title, text, action }) => (
        <li key={key} className={css.card} data-tone={tone}>
          <span className={css.icon}>
            <Glyph size={16} stroke={1.8} aria-hidden />
          </span>
          <div className={css.main}>
            <h2 className={css.title}>{title}</h2>
            <p className={css.text}>{text}</p>
          </div>
          {action}
        </li>
      ))}
    </ul>
  );
}
