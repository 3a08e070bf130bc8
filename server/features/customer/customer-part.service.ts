import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import type { Changes } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { type Entity, tableOf } from '../../core/table.js';
import { Customer } from './customer.entity.js';

/** The customer whose contacts and addresses are changed: one person at a time does it. */
export async function lockWhole(ctx: Context, customerId: string): Promise<Customer> {
  const customer = await lockVisible(ctx, Customer, customerId);
  authorize(ctx, 'update', customer);
  return customer;
}

/** A contact or address for changing. Its customer is locked before it: two changes wait for each other, neither locks the other out. */
export async function lockPart<T extends { id: string; customerId: string }>(
  ctx: Context,
  entity: Entity<T>,
  id: string,
): Promise<T> {
  if (!isUUID(id)) throw notFound();
  ctx.seek({ type: entity.name, id });
  const [seen] = await ctx.query<{ customerId: string }>(sql`
    select it.customer_id as "customerId" from ${tableOf(entity).sql} it
    where it.id = ${id} and ${visible(ctx.viewer, entity, sql`it`)}`);
  if (!seen) throw notFound();
  await lockWhole(ctx, seen.customerId);
  const part = await lockVisible(ctx, entity, id);
  if (!part) throw notFound();
  return part;
}

/** Its fields take their new values; where that changes anything, whoever edits what they saw before is told. */
export const moveOn = <T extends { version: number }>(part: T, fields: Partial<T>, changes: Changes): T =>
  Object.assign(part, fields, Object.keys(changes).length > 0 ? { version: part.version + 1 } : {});

/** What was typed, as it is kept: absent stays absent, blank is null, and what cannot be read is one more mistake. */
export function readTyped(
  mistakes: UserError[],
  field: string,
  text: string | null | undefined,
  how: (text: string) => string | null,
  code: string,
): string | null | undefined {
  if (text === undefined) return undefined;
  const typed = tidy(text);
  const value = typed === null ? null : how(typed);
  if (typed !== null && value === null) mistakes.push(new UserError(code, ['input', field]));
  return value;
}

/** A text that must be there: absent and null leave it as it is, blank is a mistake. */
export function readNeeded(mistakes: UserError[], field: string, text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const typed = tidy(text);
  // Marks that nobody sees, such as which way a text runs, are no name.
  if (!/[^\p{Cf}\p{Z}]/u.test(typed ?? '')) mistakes.push(new UserError('BLANK', ['input', field]));
  return typed ?? '';
}

/** Without what was not given. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
