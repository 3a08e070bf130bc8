import { IconArrowRight, IconCirclePlus, IconCircleX, IconCoin, IconTrophy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { moneyRound } from '../ui/format';
import { Timeline } from '../ui/timeline';
import css from './opportunity.module.css';

const OpportunityHistory_opportunity = graphql(`
  fragment OpportunityHistory_opportunity on Opportunity {
    id
    history {
      id at fromAmountCents toAmountCents currency
      from { id name }
      to { id name kind }
      author { id name }
    }
  }
`);

const icons = { OPEN: IconArrowRight, WON: IconTrophy, LOST: IconCircleX };

/** Every step, the latest first: which stage, which amount, who, when. */
export function OpportunityHistory(props: { opportunity: FragmentType<typeof OpportunityHistory_opportunity> }) {
  const { t } = useTranslation('opportunity');
  const { history } = readFragment(OpportunityHistory_opportunity, props.opportunity);
  return (
    <section aria-label={t('history.title')}>
      <h2 className={css.heading}>{t('history.title')}</h2>
      <Timeline
        items={history.map(({ id, at, from, to, fromAmountCents, toAmountCents, currency, author }) => {
          const amount = moneyRound(toAmountCents, currency);
          const before = fromAmountCents == null ? null : moneyRound(fromAmountCents, currency);
          const moved = from?.id !== to.id;
          const dearer = before !== null && before !== amount;
          return {
            id,
            at,
            icon: from ? (moved ? icons[to.kind] : IconCoin) : IconCirclePlus,
            tone: to.kind === 'WON' ? 'green' : undefined,
            title: from ? (
              <>
                {moved && (
                  <>
                    {from.name} → <b>{to.name}</b>
                  </>
                )}
                {moved && dearer && ', '}
                {dearer && t('history.amount', { before, amount })}
              </>
            ) : (
              <>
                {t('history.opened')} <b>{to.name}</b>, {amount}
              </>
            ),
            who: author?.name,
          };
        })}
      />
    </section>
  );
}
