import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import { anonymous, type Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Activity, Audience, type Details } from './activity.entity.js';
import type { AddCustomerActivityInput, UpdateActivityInput } from './activity.input.js';
import { type ActivityKind, isWrittenByHand } from './activity.kinds.js';
import './activity.words.js';
import { checkMentions } from './mention.service.js';

interface Happened {
  customerId: string;
  kind: ActivityKind;
  /** What the title is made of. A detail `to` picks the words of a state, such as DONE. */
  details?: Details;
  /** The longer text, where there is one. */
  body?: string;
  /** Our own people only, unless said. */
  audience?: Audience | `${Audience}`;
  /** What it is about, when not the customer. */
  subject?: { type: string; id: string };
}

/** Notes that something happened with a customer, as a part of the mutation in which it does. */
export async function noteActivity(
  ctx: Context,
  { customerId, kind, details = {}, body, audience = Audience.TEAM, subject }: Happened,
): Promise<Activity> {
  return written(
    ctx,
    ctx.db.create(Activity, {
      customerId,
      kind,
      details,
      body: body ?? null,
      audience: audience as Audience,
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
    }),
  );
}

/** What was noted about this is for these readers from now on: of what is shared no more, nothing is read on. */
export async function setAudience(ctx: Context, { type, id }: { type: string; id: string }, audience: Audience): Promise<void> {
  await ctx.query(sql`update activity set audience = ${audience} where subject_type = ${type} and subject_id = ${id}`);
}

/** What a person writes on a customer's timeline. */
export async function addCustomerActivity(ctx: Context, input: AddCustomerActivityInput): Promise<Activity> {
  const customer = await lockVisible(ctx, Customer, input.customerId);
  authorize(ctx, 'addActivity', customer);
  const title = tidy(input.title);
  const body = tidy(input.body);
  const occurredAt = input.occurredAt ?? new Date();
  const { mentions, mistakes } = await checkMentions(ctx, customer.id, { title, body });
  refuseIfAny([
    ...mistakes,
    ...(isWrittenByHand(input.kind) ? [] : [new UserError('NOT_WRITTEN_BY_HAND', ['input', 'kind'])]),
    ...(title === null ? [new UserError('BLANK', ['input', 'title'])] : []),
    ...(occurredAt.getTime() > Date.now() + CLOCKS_DIFFER_MS ? [new UserError('NOT_YET', ['input', 'occurredAt'])] : []),
  ]);
  const activity = await written(
    ctx,
    ctx.db.create(Activity, {
      customerId: customer.id,
      kind: input.kind,
      typedTitle: title,
      body,
      mentions,
      details: {},
      audience: input.audience,
      occurredAt,
    }),
  );
  await audit(ctx, 'activity.add', activity, {
    kind: [null, activity.kind],
    title: [null, title],
    ...(mentions.length > 0 ? { mentions: [[], mentions] } : {}),
    ...(input.documentIds.length > 0 ? { attachments: [[], [...new Set(input.documentIds)]] } : {}),
  });
  return activity;
}

export async function updateActivity(ctx: Context, input: UpdateActivityInput): Promise<Activity> {
  const activity = await lockVisible(ctx, Activity, input.id);
  authorize(ctx, 'update', activity);
  const title = tidy(input.title);
  const body = input.body === undefined ? activity.body : tidy(input.body);
  const kind = input.kind ?? activity.kind;
  const { mentions, mistakes } = await checkMentions(ctx, activity.customerId, { title, body });
  refuseIfAny([
    ...mistakes,
    ...(isWrittenByHand(kind) ? [] : [new UserError('NOT_WRITTEN_BY_HAND', ['input', 'kind'])]),
    ...(title === null ? [new UserError('BLANK', ['input', 'title'])] : []),
  ]);
  const fields = { typedTitle: title, body, kind, mentions, audience: input.audience ?? activity.audience };
  const { typedTitle, ...changes } = changesOf(activity, fields);
  const all = { ...(typedTitle ? { title: typedTitle } : {}), ...changes };
  if (Object.keys(all).length > 0) {
    await ctx.db.save(Object.assign(activity, fields, { editedAt: new Date() }));
    await publish(ctx, { topic: 'activity', id: activity.id, about: activity.customerId });
  }
  await audit(ctx, 'activity.update', activity, all);
  return activity;
}

export async function deleteActivity(ctx: Context, id: string): Promise<string> {
  const activity = await lockVisible(ctx, Activity, id);
  authorize(ctx, 'delete', activity);
  const { kind, typedTitle, body, occurredAt, customerId } = activity;
  await audit(ctx, 'activity.delete', activity, {
    kind: [kind, null],
    title: [typedTitle, null],
    body: [body, null],
    occurredAt: [occurredAt, null],
  });
  await ctx.db.delete(Activity, { id });
  await publish(ctx, { topic: 'activity', id, about: customerId });
  return id;
}

export async function pinActivity(ctx: Context, id: string, pinned: boolean): Promise<Activity> {
  const activity = await lockVisible(ctx, Activity, id);
  authorize(ctx, 'pin', activity);
  const before = activity.pinned;
  activity.pinned = pinned;
  await ctx.db.save(activity);
  await audit(ctx, 'activity.pin', activity, { pinned: [before, pinned] });
  await publish(ctx, { topic: 'activity', id: activity.id, about: activity.customerId });
  return activity;
}

/** A browser's clock may run ahead of ours. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

async function written(ctx: Context, activity: Activity): Promise<Activity> {
  activity.authorId = ctx.viewer.id === anonymous.id ? null : ctx.viewer.id;
  const saved = await ctx.db.save(activity);
  await publish(ctx, { topic: 'activity', id: saved.id, about: saved.customerId });
  return saved;
}
