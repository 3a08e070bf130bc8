import { IconCalendarEvent, IconCircleX, IconTrophy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../auth/session';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { BoardCard } from '../ui/board-card';
import { dateShort, moneyRound } from '../ui/format';
import { isPast } from '../ui/paris';
import { CompanyMark, Person } from '../ui/who';
import { daysSince } from './deadline';

const OpportunityCard_opportunity = graphql(`
  fragment OpportunityCard_opportunity on Opportunity {
    id title prospectName amountCents currency expectedCloseOn closedAt lostReason stageSince
    customer { id name }
    owner { id name }
  }
`);

const icon = { size: 13, stroke: 1.8, 'aria-hidden': true } as const;

/** A deal on the board: what, with whom, how much, and by when. */
export function OpportunityCard(props: { opportunity: FragmentType<typeof OpportunityCard_opportunity>; menu: ReactNode }) {
  const { t } = useTranslation('opportunity');
  const { id: viewerId } = useViewer();
  const deal = readFragment(OpportunityCard_opportunity, props.opportunity);
  const { customer, owner, closedAt, lostReason, expectedCloseOn } = deal;
  const whose = customer?.name ?? deal.prospectName;

  const next = () => {
    if (lostReason) return { text: lostReason, icon: <IconCircleX {...icon} />, age: closedAt ? dateShort(closedAt) : undefined };
    if (closedAt) return { text: t('card.won', { date: dateShort(closedAt) }), icon: <IconTrophy {...icon} /> };
    const late = isPast(expectedCloseOn);
    const text = expectedCloseOn ? t(late ? 'card.late' : 'card.closes', { date: dateShort(expectedCloseOn) }) : t('card.noDate');
    return { text, late, icon: <IconCalendarEvent {...icon} />, age: t('card.age', { count: daysSince(deal.stageSince) }) };
  };
  return (
    <BoardCard
      href={`/opportunities/${deal.id}`}
      title={deal.title}
      menu={props.menu}
      whose={
        whose && (
          <>
            <CompanyMark name={whose} size={18} />
            <span className="truncate">{whose}</span>
          </>
        )
      }
      amount={moneyRound(deal.amountCents, deal.currency)}
      // On one's own board everything is one's own: only others are named.
      who={owner && owner.id !== viewerId && <Person name={owner.name} size={24} only />}
      next={next()}
    />
  );
}
