import type { Head } from '../../core/audit-heads.js';
import type { Context } from '../../core/context.js';
import { rowCount, sql } from '../../core/sql.js';
import {
  BEGINNING,
  GONE,
  hashOf,
  type Leaf,
  readLeaves,
  type Seal,
  type Sealable,
  sealable,
  sealHash,
} from './audit-seal.rules.js';
import { HEAD_DUE_MS, headOf } from './audit-seal.service.js';

/**
 * - EDITED, DELETED: a sealed entry is no longer as it was, or gone.
 * - INSERTED: an entry that nobody's action wrote.
 * - SEAL_EDITED, SEAL_MISSING: the chain itself is not whole.
 * - TRUNCATED: seals known outside the database are gone from it. REWRITTEN: they are others now.
 * - HEAD_MISSING: what should be known outside isn't.
 */
export type FindingKind =
  | 'EDITED'
  | 'DELETED'
  | 'INSERTED'
  | 'SEAL_EDITED'
  | 'SEAL_MISSING'
  | 'TRUNCATED'
  | 'REWRITTEN'
  | 'HEAD_MISSING';

export interface Finding {
  kind: FindingKind;
  /** The audit entry; null where it is about a seal. */
  entryId: string | null;
  /** The seal's number; null where there is none. */
  seal: number | null;
}

export interface AuditReport {
  ok: boolean;
  /** In the database. */
  entries: number;
  sealed: number;
  /** Written since the last seal: what happens to them can't be told yet. */
  unsealed: number;
  seals: number;
  /** The last seal. */
  head: Head | null;
  /** The first thousand. */
  findings: Finding[];
  findingsTotal: number;
}

const MOST_FINDINGS = 1_000;

class Findings {
  readonly first: Finding[] = [];
  total = 0;

  add(kind: FindingKind, entryId: string | null, seal: number | null): void {
    this.total += 1;
    if (this.first.length < MOST_FINDINGS) this.first.push({ kind, entryId, seal });
  }
}

/** Compares every entry with its seal, every seal with the one before, and the last with what is known outside. Changes nothing. */
export async function verifyAudit(ctx: Context): Promise<AuditReport> {
  const findings = new Findings();
  const counts = await ctx.db.transaction('REPEATABLE READ', async (transaction) => {
    const inside = ctx.inside(transaction);
    const chain = await walk(inside, findings);
    await findStrangers(inside, findings);
    const [{ entries, unsealed }] = await inside.query<{ entries: number; unsealed: number }>(sql`
      select (select count(*) from audit_entry)::float8 as entries, (select count(*) from audit_unsealed)::float8 as unsealed`);
    return { entries, unsealed, ...chain };
  });
  await compareOutside(ctx, counts.head, findings);
  const { first, total } = findings;
  return { ok: total === 0, ...counts, findings: first, findingsTotal: total };
}

/** From the first seal to the last. */
async function walk(ctx: Context, findings: Findings): Promise<Pick<AuditReport, 'seals' | 'sealed' | 'head'>> {
  let last = null as Pick<Seal, 'number' | 'hash' | 'at'> | null;
  let [seals, sealed] = [0, 0];
  for (;;) {
    const [seal]: Seal[] = await ctx.query<Seal>(sql`
      select number::float8 as number, at, previous_hash as "previousHash", leaves, hash from audit_seal
      where number > ${last?.number ?? 0} order by number limit 1`);
    if (!seal) return { seals, sealed, head: last && headOf(last) };
    for (let gone = (last?.number ?? 0) + 1; gone < seal.number; gone++) findings.add('SEAL_MISSING', null, gone);
    const follows = seal.previousHash.equals(last?.hash ?? BEGINNING) || (last?.number ?? 0) + 1 < seal.number;
    if (!follows || !seal.hash.equals(sealHash(seal))) findings.add('SEAL_EDITED', null, seal.number);
    const leaves = readLeaves(seal.leaves);
    await compareEntries(ctx, seal.number, leaves, findings);
    seals += 1;
    sealed += leaves.length;
    last = seal;
  }
}

async function compareEntries(ctx: Context, seal: number, leaves: readonly Leaf[], findings: Findings): Promise<void> {
  const ids = leaves.map(({ id }) => id);
  const rows = await ctx.query<Sealable>(sql`select ${sealable} from audit_entry entry where entry.id = any(${ids}::uuid[])`);
  const found = new Map(rows.map((entry) => [entry.id, entry]));
  for (const { id, hash } of leaves) {
    const entry = found.get(id);
    if (!entry) findings.add('DELETED', id, seal);
    else if (!hashOf(entry).equals(hash)) findings.add(hash.equals(GONE) ? 'INSERTED' : 'EDITED', id, seal);
  }
}

/** Entries that are neither in a seal nor due for one, and those that are due but gone. */
async function findStrangers(ctx: Context, findings: Findings): Promise<void> {
  const most = rowCount(MOST_FINDINGS);
  const inserted = await ctx.query<{ id: string }>(sql`
    select id::text from (
      select id from audit_entry
      except select entry_id from audit_unsealed
      except select encode(substr(leaves, 1 + 48 * place, 16), 'hex')::uuid
        from audit_seal, generate_series(0, length(leaves) / 48 - 1) place) stranger
    order by id limit ${most}`);
  for (const { id } of inserted) findings.add('INSERTED', id, null);
  const gone = await ctx.query<{ id: string }>(sql`
    select entry_id::text as id from audit_unsealed where not exists (select from audit_entry where id = entry_id)
    order by entry_id limit ${most}`);
  for (const { id } of gone) findings.add('DELETED', id, null);
}

/** The newest head outside must be the chain's own, and none may lie beyond it. */
async function compareOutside(ctx: Context, head: Head | null, findings: Findings): Promise<void> {
  const { heads } = ctx.services;
  const last = head?.number ?? 0;
  for (let beyond = last + 1; (await heads.at(beyond)).length > 0; beyond++) findings.add('TRUNCATED', null, beyond);
  if (!head) return;
  const isOurs = async (number: number): Promise<boolean | null> => {
    const outside = await heads.at(number);
    if (outside.length === 0) return null;
    const [ours] = await ctx.query<{ hash: Buffer }>(sql`select hash from audit_seal where number = ${number}`);
    return ours !== undefined && outside.every(({ hash }) => hash === ours.hash.toString('hex'));
  };
  const isLastOurs = await isOurs(last);
  if (isLastOurs) return;
  if (isLastOurs === null) {
    const justMade = Date.now() - Date.parse(head.at) < HEAD_DUE_MS;
    if (!justMade) findings.add('HEAD_MISSING', null, last);
    if (last > 1 && (await isOurs(last - 1)) === false) findings.add('REWRITTEN', null, last - 1);
    return;
  }
  // Each seal names the one before: from the first that differs on, all do.
  let [same, differs] = [0, last];
  while (differs - same > 1) {
    const middle = Math.floor((same + differs) / 2);
    if (await isOurs(middle)) same = middle;
    else differs = middle;
  }
  findings.add('REWRITTEN', null, differs);
}

export async function keepReport(ctx: Pick<Context, 'query'>, report: AuditReport): Promise<void> {
  await ctx.query(sql`insert into audit_verification (ok, report) values (${report.ok}, ${JSON.stringify(report)}::jsonb)`);
}
