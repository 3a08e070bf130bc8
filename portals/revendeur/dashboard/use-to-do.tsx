import { Button } from '@mantine/core';
import { IconCalendarEvent, IconClockExclamation, IconZzz } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, moneyRound } from '../../shared/ui/format';
import { isPast } from '../../shared/ui/paris';
import type { Todo } from '../../shared/ui/todo';

const ClosingSoon_opportunity = graphql(`
  fragment ClosingSoon_opportunity on Opportunity {
    id title prospectName amountCents currency expectedCloseOn
    customer { id name }
  }
`);
const RevendeurToDo_toDo = graphql(`
  fragment RevendeurToDo_toDo on ToDo { kind title action link count }
`);

/** What waits for the reseller: decisions expected by now or soon, each with its way in; then what has been asleep. */
export function useToDo(
  closing: readonly FragmentType<typeof ClosingSoon_opportunity>[] | undefined,
  reasons: readonly FragmentType<typeof RevendeurToDo_toDo>[] | undefined,
): Todo[] {
  const { t } = useTranslation();
  const deals = readFragment(ClosingSoon_opportunity, closing ?? []);
  const past = deals.filter(({ expectedCloseOn }) => isPast(expectedCloseOn));
  const button = (to: string, text: string, first: boolean) => (
    <Button component={Link} to={to} variant={first ? 'filled' : 'default'} miw={112}>
      {text}
    </Button>
  );
  const items: Todo[] = deals.map((deal, i) => {
    const late = isPast(deal.expectedCloseOn);
    const whose = deal.customer?.name ?? deal.prospectName;
    const day = deal.expectedCloseOn ? dateShort(deal.expectedCloseOn) : '';
    return {
      key: deal.id,
      tone: late ? 'red' : 'accent',
      icon: late ? IconClockExclamation : IconCalendarEvent,
      title: [deal.title, whose].filter(Boolean).join(', '),
      text: t(late ? 'home.past' : 'home.soon', { amount: moneyRound(deal.amountCents, deal.currency), date: day }),
      action: button(`/opportunities/${deal.id}`, t(late ? 'home.followUp' : 'home.open'), i === 0),
    };
  });
  for (const { kind, title, action, link, count } of readFragment(RevendeurToDo_toDo, reasons ?? [])) {
    // Those past are above one by one, unless there are more than fit.
    if (kind === 'OPPORTUNITIES_PAST' && count <= past.length) continue;
    items.push({
      key: kind,
      tone: kind === 'OPPORTUNITIES_PAST' ? 'red' : 'yellow',
      icon: kind === 'OPPORTUNITIES_PAST' ? IconClockExclamation : IconZzz,
      title,
      text: t(kind === 'OPPORTUNITIES_PAST' ? 'home.pastText' : 'home.asleepText'),
      action: button(link, action, items.length === 0),
    });
  }
  return items;
}
