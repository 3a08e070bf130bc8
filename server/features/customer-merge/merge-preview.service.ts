import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { join, literal, sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { consentsOfTwo } from '../consent/consent-split.service.js';
import { knownValues } from '../customer/custom-field-value.service.js';
import { Customer } from '../customer/customer.entity.js';
import type { CustomerMergePreview, MergeCount, MergeFieldPreview } from './customer-merge.input.js';
import './customer-merge.words.js';
import { hangings, tableNamed } from './hanging.scope.js';
import { differs, type MergedField, MergeSide, mayKeepBoth, mergeFields, neededFor, usualSide } from './merge-field.rules.js';

/** What a merge would do; null where one of the two isn't there, and of one with itself. Nothing is locked nor changed. */
export async function previewMerge(ctx: Context, survivorId: string, otherId: string): Promise<CustomerMergePreview | null> {
  if (survivorId === otherId || !isUUID(survivorId) || !isUUID(otherId)) return null;
  const [survivor, other] = await Promise.all([seen(ctx, survivorId), seen(ctx, otherId)]);
  if (!survivor || !other) return null;
  return {
    survivor,
    other,
    fields: [...(await ownFields(ctx, survivor, other)), ...(await customFields(ctx, survivor, other))],
    moves: await movesOf(ctx, other.id),
    consents: await consentsOfTwo(ctx, survivor.id, other.id),
  };
}

async function seen(ctx: Context, id: string): Promise<Customer | null> {
  const rows = await ctx.query(sql`select from customer it where it.id = ${id} and ${visible(ctx.viewer, Customer, sql`it`)}`);
  return rows.length === 1 ? ctx.db.findOneBy(Customer, { id }) : null;
}

async function ownFields(ctx: Context, survivor: Customer, other: Customer): Promise<MergeFieldPreview[]> {
  const users = await ctx.query<{ id: string; name: string }>(sql`
    select id, name from "user" where id = any(${[survivor, other].flatMap(({ managerId, resellerId }) => [managerId, resellerId])}::uuid[])`);
  const said = (customer: Customer, field: MergedField): string | null => {
    const value = customer[field];
    if (field === 'managerId' || field === 'resellerId') return users.find(({ id }) => id === value)?.name ?? null;
    return (Array.isArray(value) ? value.join(', ') : value) || null;
  };
  return mergeFields
    .filter((field) => !neededFor[field] || ctx.viewer.permissions.has(neededFor[field]))
    .map((field) => ({
      field,
      label: null,
      survivor: said(survivor, field),
      other: said(other, field),
      same: !differs(field, survivor, other),
      mayKeepBoth: mayKeepBoth(field),
      keep: usualSide(field, survivor, other),
    }))
    .filter((one) => one.survivor !== null || one.other !== null);
}

/** A value stays unless the survivor has one of their own. */
async function customFields(ctx: Context, survivor: Customer, other: Customer): Promise<MergeFieldPreview[]> {
  if (!ctx.viewer.permissions.has('customField.read')) return [];
  const known = await knownValues(ctx, [survivor.id, other.id]);
  const fields = await ctx.query<{ key: string; label: string }>(sql`
    select key, ${ctx.locale === 'fr' ? sql`label_fr` : sql`label_en`} as label from custom_field
    where key = any(${known.map(({ key }) => key)}) order by position, id`);
  return fields.map(({ key, label }) => {
    const of = (id: string) => known.find((one) => one.key === key && one.customerId === id)?.said ?? null;
    const [mine, theirs] = [of(survivor.id), of(other.id)];
    return {
      field: `customFields.${key}`,
      label,
      survivor: mine,
      other: theirs,
      same: mine === theirs,
      mayKeepBoth: false,
      keep: mine === null ? MergeSide.OTHER : MergeSide.SURVIVOR,
    };
  });
}

/** How much hangs on a customer, by kind. */
async function movesOf(ctx: Context, id: string): Promise<MergeCount[]> {
  const counts = hangings.map(
    ({ place }) => sql`(select count(*)::integer from ${tableNamed(place)} it where it.customer_id = ${id})`,
  );
  const kinds = hangings.map(({ place }) => literal(place));
  const rows = await ctx.query<{ kind: string; count: number }>(sql`
    select kind, count from unnest(array[${join(kinds, ', ')}], array[${join(counts, ', ')}]) moved (kind, count) where count > 0`);
  return countsOf(ctx, new Map(rows.map(({ kind, count }) => [kind, count])));
}

/** In the order in which people count them. */
export const countsOf = (ctx: Context, counts: ReadonlyMap<string, number>): MergeCount[] =>
  hangings
    .filter(({ place }) => counts.get(place))
    .map(({ place }) => ({ kind: place, label: say(`MERGE_PLACE_${place}`, ctx.locale), count: counts.get(place)! }));
