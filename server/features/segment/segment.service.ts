import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { lockVisible, orTaken, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { CustomerSegment, SegmentColour } from './segment.entity.js';
import type { SaveSegmentInput } from './segment.input.js';
import { type Fields, needsOf } from './segment.rules.js';
import './segment.words.js';
import { allFields, fieldsFor } from './segment-catalogue.service.js';
import { deliveredSegments } from './segment-delivered.rules.js';
import { checkedRule, descriptionOf, nameOf, ruleOf } from './segment-read.service.js';
import { refreshSegmentJob } from './segment-refresh.service.js';

const MOST_SEGMENTS = 100;

/** Makes a segment, or changes one; who is in it is worked out right after. */
export async function saveSegment(ctx: Context, { id, version, ...input }: SaveSegmentInput): Promise<CustomerSegment> {
  if (!id) return addSegment(ctx, input);
  const segment = await lockVisible(ctx, CustomerSegment, id);
  authorize(ctx, 'update', segment);
  refuseStale(segment, version);
  const { fields, mistakes } = await readFields(ctx, input);
  refuseIfAny(mistakes);
  return change(ctx, segment, fields, 'segment.update');
}

async function addSegment(ctx: Context, input: Omit<SaveSegmentInput, 'id' | 'version'>): Promise<CustomerSegment> {
  const { fields, mistakes } = await readFields(ctx, { ...input, name: input.name ?? '', rule: input.rule ?? null });
  refuseIfAny(mistakes);
  return insert(ctx, { colour: SegmentColour.BLUE, ...fields });
}

async function readFields(
  ctx: Context,
  { name, description, colour, rule }: Omit<SaveSegmentInput, 'id' | 'version'>,
): Promise<{ fields: Partial<CustomerSegment>; mistakes: UserError[] }> {
  const fields: Partial<CustomerSegment> = {};
  const mistakes: UserError[] = [];
  if (name != null) {
    const tidied = tidy(name);
    if (tidied === null) mistakes.push(new UserError('BLANK', ['input', 'name']));
    else fields.givenName = tidied;
  }
  if (description !== undefined) fields.givenDescription = tidy(description);
  if (colour != null) fields.colour = colour;
  if (rule !== undefined) {
    const known = await fieldsFor(ctx);
    const read = checkedRule(rule, known);
    mistakes.push(...read.mistakes);
    if (read.rule) Object.assign(fields, withRule(read.rule, known));
  }
  return { fields, mistakes };
}

const withRule = (rule: CustomerSegment['givenRule'] & object, fields: Fields): Partial<CustomerSegment> => ({
  givenRule: rule,
  needs: needsOf(rule as Parameters<typeof needsOf>[0], fields),
});

async function insert(ctx: Context, fields: Partial<CustomerSegment>): Promise<CustomerSegment> {
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended('customer_segment', 0))`);
  if ((await ctx.db.count(CustomerSegment)) >= MOST_SEGMENTS)
    throw new UserError('TOO_MANY_SEGMENTS', ['input', 'name'], { max: MOST_SEGMENTS });
  const key = await freeKey(ctx, fields.givenName ?? '');
  const segment = await named(
    ctx.db.save(ctx.db.create(CustomerSegment, { ...fields, key, needs: fields.needs ?? [], createdById: ctx.viewer.id })),
  );
  await audit(ctx, 'segment.create', segment, changesOf({} as CustomerSegment, { key, ...fields }));
  await refill(ctx, segment);
  return segment;
}

/** The name as a key, with a number where another has it. */
async function freeKey(ctx: Context, name: string): Promise<string> {
  const [{ plain }] = await ctx.query<{ plain: string }>(sql`
    select coalesce(nullif(left(trim(both '_' from regexp_replace(plain(${name}), '[^a-z0-9]+', '_', 'g')), 50), ''), 'segment') as plain`);
  const taken = new Set((await ctx.db.find(CustomerSegment, { select: { key: true } })).map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}_${number}`;
    if (!taken.has(key) && !(key in deliveredSegments)) return key;
  }
}

const named = <T>(work: Promise<T>): Promise<T> =>
  orTaken(work, 'customer_segment_name_key', ['input', 'name'], 'SEGMENT_NAME_TAKEN');

/** A changed rule is worked out right after the mutation. */
async function change(
  ctx: Context,
  segment: CustomerSegment,
  fields: Partial<CustomerSegment>,
  action: string,
): Promise<CustomerSegment> {
  const changes = changesOf(segment, fields);
  const { needs: _, ...said } = changes;
  if (Object.keys(changes).length > 0) {
    const isRule = 'givenRule' in changes;
    Object.assign(segment, fields, { version: segment.version + 1, updatedAt: new Date() }, isRule ? { stale: true } : {});
    await named(ctx.db.save(segment));
    if (isRule) await refill(ctx, segment);
    await publish(ctx, { topic: 'customer_segment', id: segment.id });
  }
  await audit(ctx, action, segment, said);
  return segment;
}

const refill = (ctx: Context, { id }: CustomerSegment) => enqueue(ctx, refreshSegmentJob, { segmentId: id });

export async function duplicateSegment(ctx: Context, id: string): Promise<CustomerSegment> {
  const segment = await lockVisible(ctx, CustomerSegment, id);
  authorize(ctx, 'update', segment);
  const { colour, needs } = segment;
  return insert(ctx, {
    givenName: await freeName(ctx, nameOf(segment, ctx.locale)),
    givenDescription: descriptionOf(segment, ctx.locale),
    givenRule: ruleOf(segment),
    colour,
    needs,
  });
}

async function freeName(ctx: Context, name: string): Promise<string> {
  const rows = await ctx.query<{ name: string }>(sql`select lower(name) as name from customer_segment where name is not null`);
  const taken = new Set(rows.map((row) => row.name));
  for (let number = 1; ; number += 1) {
    const copy = say(number === 1 ? 'SEGMENT_COPY' : 'SEGMENT_COPY_AGAIN', ctx.locale, { name, number });
    if (!taken.has(copy.toLowerCase())) return copy;
  }
}

/** A delivered segment as it came: its name, its colour, its rule. */
export async function restoreSegment(ctx: Context, id: string): Promise<CustomerSegment> {
  const segment = await lockVisible(ctx, CustomerSegment, id);
  authorize(ctx, 'restore', segment);
  const { rule, colour } = deliveredSegments[segment.key];
  return change(
    ctx,
    segment,
    {
      givenName: null,
      givenDescription: null,
      givenRule: null,
      colour: colour as SegmentColour,
      needs: needsOf(rule, await allFields(ctx)),
    },
    'segment.restore',
  );
}

export async function deleteSegment(ctx: Context, id: string): Promise<string> {
  const segment = await lockVisible(ctx, CustomerSegment, id);
  authorize(ctx, 'delete', segment);
  await audit(ctx, 'segment.delete', segment, { name: [segment.givenName, null], rule: [segment.givenRule, null] });
  await ctx.db.delete(CustomerSegment, { id });
  await publish(ctx, { topic: 'customer_segment', id });
  return id;
}

/** Looks at all customers again, without waiting for the night. */
export async function askRefresh(ctx: Context, id: string): Promise<CustomerSegment> {
  const segment = await lockVisible(ctx, CustomerSegment, id);
  authorize(ctx, 'update', segment);
  await refill(ctx, segment);
  await audit(ctx, 'segment.refresh', segment);
  return segment;
}

export async function followSegment(ctx: Context, id: string, following: boolean): Promise<CustomerSegment> {
  const segment = await lockVisible(ctx, CustomerSegment, id);
  if (!segment) throw notFound();
  const changed = await ctx.query(
    following
      ? sql`insert into segment_follower (segment_id, user_id) values (${id}, ${ctx.viewer.id}) on conflict do nothing returning user_id`
      : sql`delete from segment_follower where segment_id = ${id} and user_id = ${ctx.viewer.id} returning user_id`,
  );
  if (changed.length > 0) await audit(ctx, 'segment.follow', segment, { following: [!following, following] });
  ctx.audited = true; // Set to what it was: nothing happened.
  return segment;
}
