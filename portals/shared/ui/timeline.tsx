import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { dateLong, time } from './format';
import css from './timeline.module.css';

/** `at` is an instant, or a day where the hour doesn’t count; `tone` a colour of the palette for what matters. */
export type Happening = {
  id: string;
  icon: Icon;
  tone?: string;
  title: ReactNode;
  detail?: ReactNode;
  who?: string;
  at: string;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One generic timeline: icon, sentence, quiet meta line, optional detail. Grouped by day, in the order given. */
export function Timeline({ items }: { items: readonly Happening[] }) {
  const days = Map.groupBy(items, (item) => dateLong(item.at));
  return [...days].map(([day, happenings]) => (
    <div key={day}>
      <h3 className={css.day}>{capital(day)}</h3>
      <ol className={css.list}>
        {happenings.map((item) => (
          <li key={item.id} className={css.item}>
            <span className={css.icon} style={item.tone ? { color: `var(--mantine-color-${item.tone}-text)` } : undefined}>
              <item.icon size={15} stroke={1.7} aria-hidden />
            </span>
            <div className={css.main}>
              <p className={css.title}>{item.title}</p>
              {item.detail && <div className={css.detail}>{item.detail}</div>}
            </div>
            <span className={css.meta}>
              {item.who}
              <time className="num" dateTime={item.at}>
                {item.at.length > 10 && time(item.at)}
              </time>
            </span>
          </li>
        ))}
      </ol>
    </div>
  ));
}
