import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { once } from '../../core/idempotency.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { customerById } from '../customer/customer.relations.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Reach } from '../user/role.entity.js';
import { Opportunity } from './opportunity.entity.js';
import type {
  AddOpportunityNoteInput,
  ChangeOpportunityStageInput,
  CreateOpportunityInput,
  OpportunityFields,
  UpdateOpportunityInput,
} from './opportunity.input.js';
import { opportunityById, stageById } from './opportunity.relations.js';
import { placeIn } from './opportunity-board.service.js';
import { OpportunityChange } from './opportunity-change.entity.js';
import { OpportunityNote } from './opportunity-note.entity.js';
import './opportunity.words.js';
import { type PipelineStage, StageKind } from './pipeline-stage.entity.js';

export async function createOpportunity(
  ctx: Context,
  { idempotencyKey, ...input }: CreateOpportunityInput,
): Promise<Opportunity> {
  const asked = { operation: 'createOpportunity', key: idempotencyKey, input };
  return once(
    ctx,
    asked,
    () => create(ctx, input),
    (id) => load(ctx, opportunityById, id),
  );
}

async function create(ctx: Context, { stageId, ...input }: CreateOpportunityInput): Promise<Opportunity> {
  const mistakes: UserError[] = [];
  const stage = stageId == null ? await firstStage(ctx) : await load(ctx, stageById, stageId);
  if (!stage) mistakes.push(new UserError('UNKNOWN', ['input', 'stageId']));
  else if (stage.kind !== StageKind.OPEN) mistakes.push(new UserError('STARTS_OPEN', ['input', 'stageId']));
  const fields = await checked(ctx, input, { customerId: null, prospectName: null }, mistakes);
  const position = await placeIn(ctx, stage!.id);
  const opportunity = await ctx.db.save(
    ctx.db.create(Opportunity, { ownerId: ctx.viewer.id, ...fields, stageId: stage!.id, position }),
  );
  await recordChange(ctx, opportunity, null);
  await audit(ctx, 'opportunity.create', opportunity, changesOf({} as Opportunity, fields));
  await tell(ctx, opportunity);
  await onTimeline(ctx, opportunity, ActivityKind.OPPORTUNITY_CREATED);
  return opportunity;
}

export async function updateOpportunity(ctx: Context, { id, version, ...input }: UpdateOpportunityInput): Promise<Opportunity> {
  const opportunity = await lockVisible(ctx, Opportunity, id);
  authorize(ctx, 'update', opportunity);
  refuseStale(opportunity, version);
  const fields = await checked(ctx, input, opportunity, []);
  const before = { stageId: opportunity.stageId, amountCents: opportunity.amountCents };
  const changes = await changed(ctx, opportunity, fields);
  if (changes.amountCents) await recordChange(ctx, opportunity, before);
  await audit(ctx, 'opportunity.update', opportunity, changes);
  return opportunity;
}

export async function changeOpportunityStage(
  ctx: Context,
  { id, stageId, version, lostReason, ...neighbours }: ChangeOpportunityStageInput,
): Promise<Opportunity> {
  const opportunity = await lockVisible(ctx, Opportunity, id);
  authorize(ctx, 'changeStage', opportunity);
  refuseStale(opportunity, version);
  const stage = await load(ctx, stageById, stageId);
  if (!stage) throw new UserError('UNKNOWN', ['input', 'stageId']);
  const moves = stage.id !== opportunity.stageId;
  const reason = stage.kind === StageKind.LOST ? (tidy(lostReason) ?? (moves ? null : opportunity.lostReason)) : null;
  if (stage.kind === StageKind.LOST && reason === null) throw new UserError('LOST_REASON_NEEDED', ['input', 'lostReason']);
  const position = await placeIn(ctx, stage.id, neighbours, opportunity.id);
  const before = { stageId: opportunity.stageId, amountCents: opportunity.amountCents };
  const now = new Date();
  const closedAt = stage.kind === StageKind.OPEN ? null : moves ? now : opportunity.closedAt;
  const since = moves ? { stageId: stage.id, stageSince: now, closedAt } : {};
  const changes = await changed(ctx, opportunity, { ...since, position, lostReason: reason });
  await audit(ctx, 'opportunity.changeStage', opportunity, changes);
  if (moves) {
    await recordChange(ctx, opportunity, before);
    await onTimeline(ctx, opportunity, arrival[stage.kind], stage);
    await notify(ctx, [opportunity.ownerId], {
      kind: NotificationKind.OPPORTUNITY_STAGE_CHANGED,
      details: { opportunity: opportunity.title, stageFr: stage.nameFr, stageEn: stage.nameEn },
      link: linkOf(opportunity),
    });
  }
  return opportunity;
}

const arrival = {
  [StageKind.OPEN]: ActivityKind.OPPORTUNITY_STAGE_CHANGED,
  [StageKind.WON]: ActivityKind.OPPORTUNITY_WON,
  [StageKind.LOST]: ActivityKind.OPPORTUNITY_LOST,
};

export async function addOpportunityNote(
  ctx: Context,
  { opportunityId, body }: AddOpportunityNoteInput,
): Promise<OpportunityNote> {
  const opportunity = await lockVisible(ctx, Opportunity, opportunityId);
  authorize(ctx, 'addNote', opportunity);
  const text = tidy(body);
  if (text === null) throw new UserError('BLANK', ['input', 'body']);
  const note = await ctx.db.save(
    ctx.db.create(OpportunityNote, { opportunityId: opportunity.id, authorId: ctx.viewer.id, body: text }),
  );
  await audit(ctx, 'opportunity.addNote', opportunity);
  await tell(ctx, opportunity);
  await notify(ctx, [opportunity.ownerId], {
    kind: NotificationKind.OPPORTUNITY_NOTE_ADDED,
    details: { opportunity: opportunity.title, person: ctx.viewer.name },
    link: linkOf(opportunity),
  });
  return note;
}

export async function deleteOpportunity(ctx: Context, id: string, version: number | null | undefined): Promise<string> {
  const opportunity = await lockVisible(ctx, Opportunity, id);
  authorize(ctx, 'delete', opportunity);
  refuseStale(opportunity, version);
  const { title, amountCents, customerId } = opportunity;
  await audit(ctx, 'opportunity.delete', opportunity, {
    title: [title, null],
    amountCents: [amountCents, null],
    customerId: [customerId, null],
  });
  await tell(ctx, opportunity);
  await ctx.query(sql`delete from opportunity where id = ${opportunity.id}`);
  return opportunity.id;
}

const linkOf = ({ id }: Opportunity) => `/opportunities/${id}`;

async function changed(ctx: Context, opportunity: Opportunity, fields: Partial<Opportunity>) {
  const changes = changesOf(opportunity, fields);
  if (Object.keys(changes).length > 0) {
    Object.assign(opportunity, fields, { version: opportunity.version + 1, updatedAt: new Date() });
    await ctx.db.save(opportunity);
    await tell(ctx, opportunity);
  }
  return changes;
}

const tell = (ctx: Context, { id, customerId }: Opportunity) =>
  publish(ctx, { topic: 'opportunity', id, ...(customerId ? { about: customerId } : {}) });

async function recordChange(
  ctx: Context,
  opportunity: Opportunity,
  before: Pick<Opportunity, 'stageId' | 'amountCents'> | null,
): Promise<void> {
  await ctx.db.insert(OpportunityChange, {
    opportunityId: opportunity.id,
    fromStageId: before?.stageId ?? null,
    toStageId: opportunity.stageId,
    fromAmountCents: before?.amountCents ?? null,
    toAmountCents: opportunity.amountCents,
    authorId: ctx.viewer.id,
  });
}

async function onTimeline(
  ctx: Context,
  { id, title, customerId }: Opportunity,
  kind: ActivityKind,
  stage?: PipelineStage,
): Promise<void> {
  if (!customerId) return;
  const details = { name: title, ...(stage ? { stage: ctx.locale === 'fr' ? stage.nameFr : stage.nameEn } : {}) };
  await noteActivity(ctx, { customerId, kind, details, subject: { type: 'Opportunity', id } });
}

async function firstStage(ctx: Context): Promise<PipelineStage | null> {
  const [first] = await ctx.query<{ id: string }>(
    sql`select id from pipeline_stage where kind = 'OPEN' order by position limit 1`,
  );
  return first ? load(ctx, stageById, first.id) : null;
}

/** What was typed, as it is kept; every mistake at once, those found before included. */
async function checked(
  ctx: Context,
  input: OpportunityFields,
  known: Pick<Opportunity, 'customerId' | 'prospectName'>,
  mistakes: UserError[],
): Promise<Partial<Opportunity>> {
  const title = input.title === undefined ? undefined : tidy(input.title);
  if (title === null) mistakes.push(new UserError('BLANK', ['input', 'title']));
  if (input.amountCents === null) mistakes.push(new UserError('BLANK', ['input', 'amountCents']));
  const fields: Partial<Opportunity> = {
    title: title ?? undefined,
    amountCents: input.amountCents ?? undefined,
    contactName: input.contactName === undefined ? undefined : tidy(input.contactName),
    expectedCloseOn: input.expectedCloseOn,
  };
  if (input.customerId !== undefined || input.prospectName !== undefined || !(known.customerId || known.prospectName)) {
    const customerId = input.customerId === undefined ? known.customerId : input.customerId;
    const prospectName = customerId ? null : input.prospectName === undefined ? known.prospectName : tidy(input.prospectName);
    // Where it comes from and where it goes: whoever doesn't see one of them doesn't move it.
    for (const id of new Set([known.customerId, customerId]))
      if (id != null && customerId !== known.customerId && !(await load(ctx, customerById, id)))
        mistakes.push(new UserError('UNKNOWN', ['input', 'customerId']));
    if (!customerId && !prospectName) mistakes.push(new UserError('CUSTOMER_OR_PROSPECT', ['input', 'customerId']));
    Object.assign(fields, { customerId, prospectName });
  }
  // A reseller's opportunities are their own; our people say whose theirs are.
  if (ctx.viewer.reach === Reach.STAFF && input.ownerId != null) {
    if (!(await sells(ctx, input.ownerId))) mistakes.push(new UserError('NOT_A_SELLER', ['input', 'ownerId']));
    fields.ownerId = input.ownerId;
  }
  refuseIfAny(mistakes);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function sells(ctx: Context, userId: string): Promise<boolean> {
  const found = await ctx.query(sql`
    select from user_role given join role on role.id = given.role_id
    where given.user_id::text = ${userId} and role.reach in ('revendeur', 'staff')`);
  return found.length > 0;
}
