import type { Head, Heads } from '../../core/audit-heads.js';
import type { Context } from '../../core/context.js';
import { rowCount, sql } from '../../core/sql.js';
import { BEGINNING, GONE, hashOf, leavesOf, type Seal, type Sealable, sealable, sealHash } from './audit-seal.rules.js';

/** Entries a seal holds at most. */
const MOST_ENTRIES = 5_000;
const SEALING = 7_310_010;
/** A head that is not outside by then was taken away. */
export const HEAD_DUE_MS = 10 * 60_000;

/** Seals all that is committed. What commits later, even under an older id, is in a later seal. Answers the last one made. */
export async function sealAudit(ctx: Context, most = MOST_ENTRIES): Promise<Head | null> {
  const { heads } = ctx.services;
  if (!caughtUp.has(heads)) await writeLastHead(ctx);
  let last: Head | null = null;
  for (;;) {
    caughtUp.delete(heads);
    const seal = await ctx.db.transaction((transaction) => sealNext(ctx.inside(transaction), most));
    if (seal) {
      last = headOf(seal);
      await heads.write(last);
    }
    caughtUp.add(heads);
    if (!seal) return last;
  }
}

/** Where every seal of this process is known outside; what the one before left out is looked for once. */
const caughtUp = new WeakSet<Heads>();

export const headOf = ({ number, hash, at }: Pick<Seal, 'number' | 'hash' | 'at'>): Head => ({
  number,
  hash: hash.toString('hex'),
  at: at.toISOString(),
});

/** A process killed between the commit and the writing left it out. */
async function writeLastHead(ctx: Context): Promise<void> {
  const last = await lastSeal(ctx);
  if (!last || Date.now() - last.at.getTime() > HEAD_DUE_MS) return;
  if ((await ctx.services.heads.at(last.number)).length === 0) await ctx.services.heads.write(headOf(last));
}

export async function lastSeal(ctx: Pick<Context, 'query'>): Promise<(Omit<Seal, 'leaves'> & { entries: number }) | null> {
  const [last] = await ctx.query<Omit<Seal, 'leaves'> & { entries: number }>(sql`
    select number::float8 as number, at, entries, previous_hash as "previousHash", hash from audit_seal order by number desc limit 1`);
  return last ?? null;
}

async function sealNext(ctx: Context, most: number): Promise<Seal | null> {
  await ctx.query(sql`select pg_advisory_xact_lock(${SEALING})`);
  const taken = await ctx.query<{ id: string }>(sql`
    delete from audit_unsealed where entry_id in (select entry_id from audit_unsealed order by entry_id limit ${rowCount(most)})
    returning entry_id::text as id`);
  if (taken.length === 0) return null;
  const ids = taken.map(({ id }) => id).sort();
  const found = await ctx.query<Sealable>(sql`select ${sealable} from audit_entry entry where entry.id = any(${ids}::uuid[])`);
  const hashes = new Map(found.map((entry) => [entry.id, hashOf(entry)]));
  const leaves = leavesOf(ids.map((id) => ({ id, hash: hashes.get(id) ?? GONE })));
  const previous = await lastSeal(ctx);
  const unsigned = { number: (previous?.number ?? 0) + 1, at: new Date(), previousHash: previous?.hash ?? BEGINNING, leaves };
  const seal = { ...unsigned, hash: sealHash(unsigned) };
  await ctx.query(sql`
    insert into audit_seal (number, at, entries, previous_hash, leaves, hash)
    values (${seal.number}, ${seal.at}, ${ids.length}, ${seal.previousHash}, ${seal.leaves}, ${seal.hash})`);
  return seal;
}
