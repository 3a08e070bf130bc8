import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dayOf, type Moment, type MomentsProps } from './timeline';
import css from './timeline.module.css';

const ENTRY = 44;
const DAY = 40;
const BEYOND = 12;

/** A long timeline: of thousands of entries those in sight are in the page, and a few around them. The window scrolls. */
export default function WindowedTimeline<M extends Moment>({ items, Entry }: MomentsProps<M>) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  // What stands above it comes and goes.
  useLayoutEffect(() => {
    const measure = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);
  // Said once for each moment: more of them come in while one scrolls.
  const [known] = useState(() => new WeakMap<M, string>());
  const rows = useMemo(() => {
    const days = items.map((item) => {
      const day = known.get(item) ?? dayOf(item);
      known.set(item, day);
      return day;
    });
    return items.map((item, i) => ({
      item,
      day: days[i] === days[i - 1] ? undefined : days[i],
      last: days[i] !== days[i + 1],
    }));
  }, [items, known]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (i) => (rows[i].day ? ENTRY + DAY : ENTRY),
    getItemKey: (i) => rows[i].item.id,
    overscan: BEYOND,
    scrollMargin: top,
  });
  return (
    <ol ref={list} className={css.list} style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const { item, day, last } = rows[index];
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={css.windowed}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {day && <h3 className={css.day}>{day}</h3>}
            <Entry item={item} last={last} />
          </li>
        );
      })}
    </ol>
  );
}
