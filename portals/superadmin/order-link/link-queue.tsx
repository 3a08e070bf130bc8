import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../shared/graphql/generated';
import { likelihood } from '../../shared/ui/format';
import { OrderLinkPair_orderLink } from './link-pair';
import css from './order-link.module.css';

type LinkQueueProps = {
  links: readonly ({ id: string } & FragmentType<typeof OrderLinkPair_orderLink>)[];
  current: string;
  choose: (place: number) => void;
};

/** What waits, the likeliest first. */
export function LinkQueue({ links, current, choose }: LinkQueueProps) {
  const { t } = useTranslation();
  return (
    <ul className={css.queue}>
      {links.map((link, place) => {
        const { probability, order, customer } = readFragment(OrderLinkPair_orderLink, link);
        return (
          <li key={link.id}>
            <button type="button" aria-current={link.id === current} onClick={() => choose(place)}>
              <span className="num">{likelihood(probability)}</span>
              <span>{[order?.number, order?.name ?? order?.email].filter(Boolean).join(' · ')}</span>
              <span>{customer?.name ?? t('order-links.nobody')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
