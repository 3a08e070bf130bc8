import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Opportunity } from '../features/opportunity/opportunity.entity.js';
import { OpportunityChange } from '../features/opportunity/opportunity-change.entity.js';
import { OpportunityNote } from '../features/opportunity/opportunity-note.entity.js';
import type { Scene } from './scene.js';
import { note } from './told.js';
import { type Deal, deals } from './world/deals.js';
import type { Random } from './world/random.js';

/** Room between neighbours on the board. */
const GAP = 2 ** 20;

interface Stage {
  id: string;
  key: string;
  kind: 'OPEN' | 'WON' | 'LOST';
  nameFr: string;
}

/** The pipeline: what resellers sell, how it got where it is, and what they wrote about it. */
export async function addOpportunities(scene: Scene, ctx: Pick<Context, 'query'>): Promise<void> {
  const random = scene.random('opportunities');
  const stages = await ctx.query<Stage>(sql`select id, key, kind, name_fr as "nameFr" from pipeline_stage order by position`);
  for (const [i, deal] of deals.entries()) opportunity(scene, random, deal, stages, (i + 1) * GAP);
}

function opportunity(scene: Scene, random: Random, deal: Deal, stages: readonly Stage[], position: number): void {
  const { clock, rows } = scene;
  const customer = scene.customers.find(({ name }) => name === deal.with);
  const path = pathTo(deal.stage, stages);
  // The stages before took some days each.
  const days = path.map((_, i) => deal.since + (path.length - 1 - i) * random.between(5, 12));
  const times = days.map((daysAgo, i) => clock.past(daysAgo, 9 + i, random.between(0, 59)));
  const stage = path.at(-1)!;
  const since = times.at(-1)!;
  const id = random.id(times[0]);
  const authorId = scene.people[deal.owner];
  rows.add(Opportunity, {
    id,
    title: deal.title,
    customerId: customer?.id ?? null,
    prospectName: customer ? null : deal.with,
    contactName: deal.contact,
    amountCents: deal.amountCents,
    currency: 'EUR',
    expectedCloseOn: clock.day(clock.ahead(deal.closes, 12)),
    lostReason: deal.lostReason ?? null,
    closedAt: stage.kind === 'OPEN' ? null : since,
    stageSince: since,
    createdAt: times[0],
    updatedAt: since,
    version: path.length,
    position,
    stageId: stage.id,
    ownerId: authorId,
  });
  for (const [i, to] of path.entries()) {
    const amounts = {
      fromAmountCents: i === 0 ? null : amountAt(deal, i - 1, path.length),
      toAmountCents: amountAt(deal, i, path.length),
    };
    rows.add(OpportunityChange, {
      id: random.id(times[i]),
      opportunityId: id,
      fromStageId: path[i - 1]?.id ?? null,
      toStageId: to.id,
      ...amounts,
      authorId,
      at: times[i],
    });
    if (customer)
      note(scene, random, {
        customerId: customer.id,
        kind:
          i === 0
            ? ActivityKind.OPPORTUNITY_CREATED
            : {
                OPEN: ActivityKind.OPPORTUNITY_STAGE_CHANGED,
                WON: ActivityKind.OPPORTUNITY_WON,
                LOST: ActivityKind.OPPORTUNITY_LOST,
              }[to.kind],
        at: times[i],
        author: deal.owner,
        details: { name: deal.title, ...(i === 0 ? {} : { stage: to.nameFr }) },
        subject: { type: 'Opportunity', id },
      });
  }
  for (const [daysAgo, body, author] of deal.notes ?? []) {
    const createdAt = clock.past(daysAgo, random.between(9, 18), random.between(0, 59));
    rows.add(OpportunityNote, {
      id: random.id(createdAt),
      opportunityId: id,
      body,
      authorId: scene.people[author ?? deal.owner],
      createdAt,
    });
  }
}

/** The open stages up to this one; what is won or lost went through a proposal. */
function pathTo(key: Deal['stage'], stages: readonly Stage[]): Stage[] {
  const at = stages.findIndex((stage) => stage.key === key);
  if (at < 0) throw new Error(`no stage ${key}`);
  if (stages[at].kind === 'OPEN') return stages.slice(0, at + 1);
  return [...stages.filter(({ kind }) => kind === 'OPEN').slice(0, 3), stages[at]];
}

/** The first amount holds until the last step. */
const amountAt = ({ firstCents, amountCents }: Deal, step: number, steps: number): number =>
  step === steps - 1 ? amountCents : (firstCents ?? amountCents);
