import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowRight, IconDots, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../ui/format';
import css from './board-column.module.css';
import type { BoardScreenProps, Column } from './board-screen';

type Shared<Card> = Pick<BoardScreenProps<Card>, 'cardId' | 'cardLabel' | 'card' | 'canMove' | 'move'> & {
  column: Column<Card>;
  columns: readonly Column<Card>[];
};

export function BoardColumn<Card>(props: Shared<Card>) {
  const { t } = useTranslation('frame');
  const { column, columns, cardId, move } = props;
  const { count = column.cards.length } = column;
  const ref = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (!ref.current) return;
    return dropTargetForElements({
      element: ref.current,
      canDrop: ({ source }) => source.data.column !== column.id,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const moved = columns.flatMap(({ cards }) => cards).find((card) => cardId(card) === source.data.card);
        if (moved) void move(moved, column.id);
      },
    });
  }, [column.id, columns, cardId, move]);

  return (
    <section ref={ref} className={css.column} data-over={over || undefined} aria-label={`${column.title}, ${count}`}>
      <header className={css.head}>
        <h2 className={css.name}>
          {column.title}
          <span className={css.count}>{count}</span>
        </h2>
        {column.add && (
          <ActionIcon size={26} aria-label={t('board.add', { column: column.title })} onClick={column.add}>
            <IconPlus size={15} stroke={1.8} />
          </ActionIcon>
        )}
      </header>
      {(column.sum || column.ratio !== undefined) && (
        <div className={css.odds}>
          {column.ratio !== undefined && (
            <>
              <span className={css.bar} aria-hidden>
                <span style={{ width: `${column.ratio * 100}%` }} />
              </span>
              <span>{percent(column.ratio)}</span>
            </>
          )}
          <b>{column.sum}</b>
        </div>
      )}
      <ul className={css.list}>
        {column.cards.map((card) => (
          <BoardCard key={cardId(card)} {...props} item={card} />
        ))}
      </ul>
    </section>
  );
}

/** Drag is doubled by the menu: the same move, by keyboard. */
function BoardCard<Card>({ item, column, columns, cardId, cardLabel, card, canMove, move }: Shared<Card> & { item: Card }) {
  const { t } = useTranslation('frame');
  const ref = useRef<HTMLLIElement>(null);
  const [dragged, setDragged] = useState(false);
  const movable = canMove(item);
  const id = cardId(item);

  useEffect(() => {
    if (!ref.current || !movable) return;
    return draggable({
      element: ref.current,
      getInitialData: () => ({ card: id, column: column.id }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [movable, id, column.id]);

  const menu: ReactNode = movable && (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} className={css.more} aria-label={t('board.actions', { card: cardLabel(item) })}>
          <IconDots size={15} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        {columns
          .filter((other) => other.id !== column.id)
          .map((other) => (
            <Menu.Item
              key={other.id}
              leftSection={<IconArrowRight size={15} stroke={1.6} />}
              onClick={() => void move(item, other.id)}
            >
              {other.title}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <li ref={ref} className={css.card} data-dragged={dragged || undefined} data-movable={movable || undefined}>
      {card(item, menu)}
    </li>
  );
}
