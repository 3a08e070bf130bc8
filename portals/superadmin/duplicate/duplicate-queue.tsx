import { type FragmentType, readFragment } from '../../shared/graphql/generated';
import { likelihood } from '../../shared/ui/format';
import css from '../order-link/order-link.module.css';
import { DuplicatePair_duplicate } from './duplicate-pair';

type DuplicateQueueProps = {
  pairs: readonly ({ id: string } & FragmentType<typeof DuplicatePair_duplicate>)[];
  current: string;
  choose: (place: number) => void;
};

/** What waits, the likeliest first. */
export function DuplicateQueue({ pairs, current, choose }: DuplicateQueueProps) {
  return (
    <ul className={css.queue}>
      {pairs.map((pair, place) => {
        const { probability, first, second } = readFragment(DuplicatePair_duplicate, pair);
        return (
          <li key={pair.id}>
            <button type="button" aria-current={pair.id === current} onClick={() => choose(place)}>
              <span className="num">{likelihood(probability)}</span>
              <span>{first.name}</span>
              <span>{second.name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
