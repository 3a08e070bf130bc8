import type { Icon } from '@tabler/icons-react';
import { type ComponentType, lazy, memo, type ReactNode, Suspense } from 'react';
import { dateLong, time } from './format';
import css from './timeline.module.css';

/** `at` is an instant, or a day where the hour doesn’t count. */
export type Moment = { id: string; at: string };

/** One sentence with its icon; `tone` is a colour of the palette for what matters. */
export type Happening = Moment & { icon: Icon; tone?: string; title: ReactNode; detail?: ReactNode; who?: string };

/** Draws one moment. It should be `memo`: while a long timeline scrolls, only what comes in sight is drawn. */
export type Entry<M extends Moment> = ComponentType<{ item: M; last: boolean }>;

export type MomentsProps<M extends Moment> = { items: readonly M[]; Entry: Entry<M> };

const WindowedTimeline = lazy(() => import('./timeline-windowed')) as unknown as <M extends Moment>(
  props: MomentsProps<M>,
) => ReactNode;

/** From here on only what is in sight is drawn. */
const DRAWN_WHOLE = 60;

/**
 * One generic timeline: icon, sentence, quiet meta line, optional detail. Grouped by day, in the order given; however long.
 * @param whole where it is not the window that scrolls: all of it is drawn.
 */
export function Timeline({ items, whole }: { items: readonly Happening[]; whole?: boolean }) {
  return whole ? <WholeTimeline items={items} Entry={TimelineEntry} /> : <TimelineOf items={items} Entry={TimelineEntry} />;
}

/** A timeline whose entries are drawn by a part of their own, with state of its own. */
export function TimelineOf<M extends Moment>({ items, Entry }: MomentsProps<M>) {
  const whole = <WholeTimeline items={items.slice(0, DRAWN_WHOLE)} Entry={Entry} />;
  if (items.length <= DRAWN_WHOLE) return whole;
  return (
    <Suspense fallback={whole}>
      <WindowedTimeline items={items} Entry={Entry} />
    </Suspense>
  );
}

function WholeTimeline<M extends Moment>({ items, Entry }: MomentsProps<M>) {
  const days = Map.groupBy(items, dayOf);
  return [...days].map(([day, moments]) => (
    <div key={day}>
      <h3 className={css.day}>{day}</h3>
      <ol className={css.list}>
        {moments.map((item, i) => (
          <li key={item.id}>
            <Entry item={item} last={i === moments.length - 1} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

export const dayOf = ({ at }: Moment): string => {
  const day = dateLong(at);
  return day.charAt(0).toUpperCase() + day.slice(1);
};

/** One entry; from all but the last of a day a line leads on to the next. */
export const TimelineEntry = memo(function TimelineEntry({ item, last }: { item: Happening; last: boolean }) {
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
});
