import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { type Comparison, comparer } from '../matching/compare.rules.js';
import { DUPLICATE_BAR, type DuplicatePair, pairProbability } from '../matching/duplicates.rules.js';
import { estimatePairs } from '../matching/estimate.rules.js';
import { modelOf } from '../matching/match.rules.js';
import type { Agreement, Model } from '../matching/model.rules.js';
import type { Profile } from '../matching/profile.rules.js';
import { bitsOf, evidenceOf } from '../matching/weight.rules.js';
import { Candidates } from '../order-link/candidates.service.js';
import { countIndex, refreshIndex } from '../order-link/customer-key.service.js';
import { LINKING } from '../order-link/order-link-run.service.js';

const SEARCHING = 7_310_021;
const AT_ONCE = 500;
const LEARNT_FROM = 2_000;

/** Compares the customers that changed since the last time with whom they may be. One search at a time; answers how many it looked at. */
export async function findDuplicates(ctx: Context, signal: AbortSignal): Promise<number> {
  const runner = ctx.db.connection.createQueryRunner();
  const alone = ctx.inside(runner.manager);
  try {
    await alone.query(sql`select pg_advisory_lock(${SEARCHING})`);
    try {
      return await search(alone, signal);
    } finally {
      await alone.query(sql`select pg_advisory_unlock(${SEARCHING})`).catch(() => {});
    }
  } finally {
    await runner.release();
  }
}

/** After an import orders are linked at the same time, by the same index: one of the two brings it up to date, the other waits. */
async function refreshAlone(ctx: Context, signal: AbortSignal): Promise<void> {
  await ctx.query(sql`select pg_advisory_lock(${LINKING})`);
  try {
    await refreshIndex(ctx, signal);
  } finally {
    await ctx.query(sql`select pg_advisory_unlock(${LINKING})`).catch(() => {});
  }
}

async function search(ctx: Context, signal: AbortSignal): Promise<number> {
  await refreshAlone(ctx, signal);
  const counts = await countIndex(ctx);
  const candidates = new Candidates(ctx, counts.common);
  const model: Model = { ...modelOf(counts.frequencies), expected: counts.expected };
  const compare = comparer(model);
  const learnt = await learn(ctx, candidates, model, compare);
  let looked = 0;
  for (;;) {
    signal.throwIfAborted();
    const profiles = await ctx.query<{ id: string; source: string; profile: Profile }>(sql`
      select customer_id as id, source, profile from match_profile where not compared order by customer_id limit ${AT_ONCE}`);
    if (profiles.length === 0) break;
    const rivals = await candidates.of(profiles.map(({ profile }) => profile));
    const found = profiles.flatMap(({ profile: a }, i) =>
      rivals[i]
        .filter((b) => b.id !== a.id)
        .map((b) => ({ a, b, ...judged(compare(a, b), learnt) }))
        .filter(({ probability }) => probability >= DUPLICATE_BAR),
    );
    await ctx.db.transaction((transaction) => keep(ctx.inside(transaction), profiles, found));
    looked += profiles.length;
  }
  return looked;
}

interface Learnt {
  agreement: Agreement;
  share: number;
}

function judged(compared: Comparison, { agreement, share }: Learnt): Pick<DuplicatePair, 'evidence' | 'probability'> {
  const evidence = evidenceOf(compared, agreement);
  return { evidence, probability: pairProbability(evidence, share) };
}

/** From customers spread over all there are; the same ones each time. */
async function learn(
  ctx: Context,
  candidates: Candidates,
  model: Model,
  compare: (a: Profile, b: Profile) => Comparison,
): Promise<Learnt> {
  const sample = await ctx.query<{ profile: Profile }>(sql`
    select profile from match_profile order by md5(customer_id::text) limit ${LEARNT_FROM}`);
  const likely: Comparison[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < sample.length; at += AT_ONCE) {
    const profiles = sample.slice(at, at + AT_ONCE).map(({ profile }) => profile);
    for (const [i, rivals] of (await candidates.of(profiles)).entries()) {
      const a = profiles[i];
      for (const b of rivals) {
        if (b.id === a.id || seen.has(`${b.id} ${a.id}`)) continue;
        seen.add(`${a.id} ${b.id}`);
        const compared = compare(a, b);
        if (bitsOf(evidenceOf(compared, model.agreement)) > 0) likely.push(compared);
      }
    }
  }
  const possible = sample.length * (model.frequencies.size - 1) - (sample.length * (sample.length - 1)) / 2;
  return estimatePairs(likely, possible);
}

/** Open pairs of these customers are those found now; what somebody decided stays. */
async function keep(
  ctx: Context,
  profiles: readonly { id: string; source: string }[],
  found: readonly DuplicatePair[],
): Promise<void> {
  const pairs = new Map(
    found.map(({ a, b, probability, evidence }) => {
      const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
      const lines = evidence.map(({ field, level, bits }) => ({ field, level, bits: Math.round(bits * 10) / 10 }));
      return [`${first} ${second}`, { a_id: first, b_id: second, probability, evidence: lines }];
    }),
  );
  const rows = JSON.stringify([...pairs.values()]);
  const ids = profiles.map(({ id }) => id);
  // In the order in which a merge locks them, so that the two wait for each other.
  const all = [...new Set([...ids, ...[...pairs.values()].flatMap(({ a_id, b_id }) => [a_id, b_id])])];
  await ctx.query(sql`select from customer where id = any(${all}::uuid[]) order by id for key share`);
  await ctx.query(sql`
    delete from customer_duplicate it where it.status = 'OPEN' and (it.a_id = any(${ids}::uuid[]) or it.b_id = any(${ids}::uuid[]))
      and not exists (select from json_to_recordset(${rows}::json) r (a_id uuid, b_id uuid) where (r.a_id, r.b_id) = (it.a_id, it.b_id))`);
  await ctx.query(sql`
    insert into customer_duplicate as known (a_id, b_id, status, probability, evidence)
    select r.a_id, r.b_id, 'OPEN', r.probability, r.evidence
    from json_to_recordset(${rows}::json) r (a_id uuid, b_id uuid, probability double precision, evidence jsonb)
      join customer a on a.id = r.a_id join customer b on b.id = r.b_id
    on conflict (a_id, b_id) do update set probability = excluded.probability, evidence = excluded.evidence
    where known.status = 'OPEN'`);
  await ctx.query(sql`
    update match_profile it set compared = true from json_to_recordset(${JSON.stringify(profiles.map(({ id, source }) => ({ id, source })))}::json)
      r (id uuid, source text) where it.customer_id = r.id and it.source = r.source`);
}
