import { createHmac } from 'node:crypto';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { emailKey } from '../matching/email.rules.js';
import { phoneKey } from '../matching/phone.rules.js';
import type { SuppressionKind } from './suppression.entity.js';

export interface Known {
  kind: SuppressionKind;
  text: string | null | undefined;
}

/** Two ways of writing the same address or number are one. */
function keyOf({ kind, text }: Known): string | null {
  if (!text?.trim()) return null;
  if (kind === 'EMAIL') return emailKey(text)?.key ?? null;
  return kind === 'PHONE' ? phoneKey(text) : text.trim();
}

function hashOf(ctx: Context, known: Known): string | null {
  const key = keyOf(known);
  return key === null
    ? null
    : createHmac('sha256', ctx.services.secret).update(`suppression ${known.kind} ${key}`).digest('base64url');
}

/** From now on no file brings these back. */
export async function suppress(ctx: Context, known: readonly Known[]): Promise<void> {
  const hashes = new Map(known.flatMap((one) => [[hashOf(ctx, one), one.kind] as const]));
  hashes.delete(null);
  await ctx.query(sql`
    insert into suppression (kind, hash) select * from unnest(${[...hashes.values()]}::text[], ${[...hashes.keys()]}::text[])
    on conflict (hash) do nothing`);
}

/** Those of these rows that say something of somebody who was erased: one statement, and none where nobody was. */
export async function suppressedAmong<Row>(
  ctx: Context,
  rows: readonly Row[],
  known: (row: Row) => readonly Known[],
): Promise<Set<Row>> {
  const [any] = await ctx.query(sql`select from suppression limit 1`);
  if (!any || rows.length === 0) return new Set();
  const hashed = rows.map((row) => [row, known(row).flatMap((one) => hashOf(ctx, one) ?? [])] as const);
  const all = [...new Set(hashed.flatMap(([, hashes]) => hashes))];
  const found = await ctx.query<{ hash: string }>(sql`select hash from suppression where hash = any(${all}::text[])`);
  const hushed = new Set(found.map(({ hash }) => hash));
  return new Set(hashed.filter(([, hashes]) => hashes.some((hash) => hushed.has(hash))).map(([row]) => row));
}
