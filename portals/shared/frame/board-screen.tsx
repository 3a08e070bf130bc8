import { type CSSProperties, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, type Problem } from '../ui/failure';
import { Filters } from '../ui/filters';
import { Page, PageHeader } from '../ui/page';
import { BoardSkeleton } from '../ui/skeletons';
import { usePhone } from '../ui/use-phone';
import { BoardColumn } from './board-column';
import css from './board-screen.module.css';
import { Primary, type PrimaryAction } from './primary';
import { SearchField } from './search-field';
import { type Crumb, Crumbs } from './shell-slots';
import { useUrlState } from './use-url-state';

/** `ratio` (0 to 1) draws the small gauge; `sum` is already formatted. */
export type Column<Card> = {
  id: string;
  title: string;
  cards: readonly Card[];
  /** How many there are, where not all of them are shown. */
  count?: number;
  sum?: string;
  ratio?: number;
  /** Makes a new card in this column. */
  add?: () => void;
};

export type BoardScreenProps<Card> = {
  title: string;
  count?: string;
  crumbs?: readonly Crumb[];
  /** Undefined while it is loading. */
  columns?: readonly Column<Card>[];
  problem?: Problem;
  retry?: () => void;
  cardId: (card: Card) => string;
  /** What a card is called, for the menu and for what is said aloud. */
  cardLabel: (card: Card) => string;
  /** What is inside a card; `menu` is the button that moves it, put it in the top corner. */
  card: (card: Card, menu: ReactNode) => ReactNode;
  /** Whether this viewer may move it: `card.viewerCan.move`. */
  canMove: (card: Card) => boolean;
  /** Answers whether it moved. */
  move: (card: Card, to: string) => Promise<boolean>;
  primary?: PrimaryAction;
  actions?: ReactNode;
  kpis?: ReactNode;
  search?: string;
  filters?: ReactNode;
  /** Nothing at all yet: what this place is for, and the next action; stands in place of the columns. */
  empty?: ReactNode;
};

/** Columns with sums. A card moves by dragging, and by its menu for the keyboard; on phones one column is shown at a time. */
export function BoardScreen<Card>(props: BoardScreenProps<Card>) {
  const {
    title,
    count,
    crumbs,
    columns,
    problem,
    retry,
    cardId,
    cardLabel,
    card,
    canMove,
    move,
    primary,
    actions,
    kpis,
    search,
    filters,
    empty,
  } = props;
  const { t } = useTranslation('frame');
  const phone = usePhone();
  const { get, set } = useUrlState();
  const [said, say] = useState('');
  const current = columns?.find(({ id }) => id === get('column')) ?? columns?.[0];

  const moveAndSay = async (moved: Card, to: string) => {
    if (!(await move(moved, to))) return false;
    say(t('board.moved', { card: cardLabel(moved), column: columns?.find(({ id }) => id === to)?.title }));
    return true;
  };
  const body = () => {
    if (problem && !columns) return <Failure problem={problem} retry={retry} />;
    if (!columns) return <BoardSkeleton />;
    if (empty) return empty;
    const shown = phone ? columns.filter(({ id }) => id === current?.id) : columns;
    return (
      <>
        {phone && (
          // biome-ignore lint/a11y/useSemanticElements: buttons that choose a column are no form fields
          <div className={css.picker} role="group" aria-label={t('board.column')}>
            {columns.map(({ id, title: name, cards, count: all = cards.length }) => (
              <button key={id} type="button" aria-pressed={id === current?.id} onClick={() => set({ column: id })}>
                {name}
                <span>{all}</span>
              </button>
            ))}
          </div>
        )}
        <div className={css.board} style={{ '--columns': shown.length } as CSSProperties}>
          {shown.map((column) => (
            <BoardColumn
              key={column.id}
              column={column}
              columns={columns}
              cardId={cardId}
              cardLabel={cardLabel}
              card={card}
              canMove={canMove}
              move={moveAndSay}
            />
          ))}
        </div>
      </>
    );
  };
  return (
    <Page wide>
      <Crumbs items={crumbs ?? [[title]]} />
      <PageHeader
        title={title}
        count={count}
        actions={
          <>
            {!phone && actions}
            {primary && <Primary {...primary} compact={phone} />}
          </>
        }
      />
      {kpis}
      <div>
        {(search || filters) && <Filters search={search && <SearchField placeholder={search} />}>{filters}</Filters>}
        {body()}
        <p className="vh" role="status">
          {said}
        </p>
      </div>
    </Page>
  );
}
