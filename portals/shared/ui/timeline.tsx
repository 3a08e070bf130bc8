import type { Icon } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
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

const WindowedTimeline = lazy(() => import('./timeline-windowed'));

/** From here on only what is in sight is drawn. */
const DRAWN_WHOLE = 60;

/** One generic timeline: icon, sentence, quiet meta line, optional detail. Grouped by day, in the order given; however long. */
export function Timeline({ items }: { items: readonly Happening[] }) {
  const whole = <WholeTimeline items={items.slice(0, DRAWN_WHOLE)} />;
  if (items.length <= DRAWN_WHOLE) return whole;
  return (
    <Suspense fallback={whole}>
      <WindowedTimeline items={items} />
    </Suspense>
  );
}

function WholeTimeline({ items }: { items: readonly Happening[] }) {
  const days = Map.groupBy(items, dayOf);
  return [...days].map(([day, happenings]) => (
    <div key={day}>
      <h3 className={css.day}>{day}</h3>
      <ol className={css.list}>
        {happenings.map((item, i) => (
          <li key={item.id}>
            <TimelineEntry item={item} last={i === happenings.length - 1} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

export const dayOf = ({ at }: Happening): string => {
  const day = dateLong(at);
  return day.charAt(0).toUpperCase() + day.slice(1);
};

/** One entry; from all but the last of a day a line leads on to the next. */
export function TimelineEntry({ item, last }: { item: Happening; last: boolean }) {
  return (
    <div className={css.item} data-on={!last || undefined}>
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
    </div>
  );
}
