import type { Column } from '../frame/board-screen';
import { moneyRound } from '../ui/format';

type Card = { id: string; amountCents: number; stage: { id: string } };
type Stage<Deal extends Card> = {
  id: string;
  name: string;
  kind: string;
  probability: number;
  totals: { count: number; amountCents: number; currency: string };
  opportunities: readonly Deal[];
};

/**
 * The board’s columns. A card stands where its stage says, also while the lists are still those from before its move; then
 * the sums, which count cards that are not listed too, go along with it.
 */
export function columnsOf<Deal extends Card>(
  stages: readonly Stage<Deal>[],
  add: (stageId: string) => (() => void) | undefined,
): Column<Deal>[] {
  const listed = stages.flatMap((stage) => stage.opportunities.map((deal) => ({ deal, from: stage.id })));
  return stages.map((stage) => {
    const arrived = listed.filter(({ deal, from }) => from !== stage.id && deal.stage.id === stage.id).map(({ deal }) => deal);
    const stayed = stage.opportunities.filter((deal) => deal.stage.id === stage.id);
    const left = stage.opportunities.filter((deal) => deal.stage.id !== stage.id);
    const cents = (deals: readonly Deal[]) => deals.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const { totals } = stage;
    return {
      id: stage.id,
      title: stage.name,
      cards: [...arrived, ...stayed],
      count: totals.count + arrived.length - left.length,
      sum: moneyRound(totals.amountCents + cents(arrived) - cents(left), totals.currency),
      // Lost has no odds to show.
      ratio: stage.kind === 'LOST' ? undefined : stage.probability / 100,
      add: add(stage.id),
    };
  });
}
