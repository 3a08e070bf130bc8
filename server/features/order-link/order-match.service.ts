import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { comparer } from '../matching/compare.rules.js';
import { type Bars, usualBars } from '../matching/decide.rules.js';
import { estimate, promising } from '../matching/estimate.rules.js';
import { type Candidate, judge, modelOf } from '../matching/match.rules.js';
import type { Model } from '../matching/model.rules.js';
import { type Known, type Profile, profileOf } from '../matching/profile.rules.js';
import { Candidates } from './candidates.service.js';
import { type Counts, countIndex, refreshIndex } from './customer-key.service.js';
import type { KeptModel } from './order-link-run.entity.js';

/** Which orders a run looks at. */
export interface Looked {
  /** Also those that a run linked; never those that somebody decided. */
  force: boolean;
  /** Only those that no run has looked at since they last changed. */
  onlyNew: boolean;
}

/** An order, and whom it may be of. */
export interface JudgedOrder {
  id: string;
  number: string;
  /** Whose it is now, by a run. */
  customerId: string | null;
  record: Profile;
  candidates: Candidate[];
}

interface OrderRow extends Omit<Known, 'also'> {
  number: string;
  customerId: string | null;
  refused: string[] | null;
}

const AT_ONCE = 500;
const LEARNT_FROM = 2_000;

const wanted = ({ force, onlyNew }: Looked) => sql`
  not exists (select from order_link decided where decided.order_id = it.id and decided.status = 'LINKED' and decided.decided)
  and ${onlyNew ? sql`it.customer_id is null and it.matched_at is null` : sql`true`}
  and (it.customer_id is null
    or (${force} and exists (select from order_link by_run where by_run.order_id = it.id and by_run.status = 'LINKED')))`;

const columns = sql`it.id, it.number, it.email, it.phone, it.name, it.address, it.city, it.postal_code as postcode,
  it.customer_id as "customerId",
  (select array_agg(customer_id) from order_link refused where refused.order_id = it.id and refused.status = 'REFUSED') as refused`;

/** Judges all the orders that are asked for, piece by piece. */
export class OrderMatcher {
  private constructor(
    private readonly ctx: Context,
    private readonly counts: Counts,
    private readonly candidates: Candidates,
    readonly kept: KeptModel,
    private readonly bars: Bars,
  ) {}

  /** What was learnt before serves again where only new orders are looked at. */
  static async open(ctx: Context, looked: Looked, bar: number, signal: AbortSignal): Promise<OrderMatcher> {
    await refreshIndex(ctx, signal);
    const counts = await countIndex(ctx);
    const candidates = new Candidates(ctx, counts.common);
    const kept = (looked.onlyNew ? await lastLearnt(ctx) : null) ?? (await learn(ctx, looked, counts, candidates));
    return new OrderMatcher(ctx, counts, candidates, kept, { ...usualBars, link: bar });
  }

  async total(looked: Looked): Promise<number> {
    const [{ total }] = await this.ctx.query<{ total: string }>(
      sql`select count(*) as total from "order" it where ${wanted(looked)}`,
    );
    return Number(total);
  }

  async *orders(looked: Looked, signal: AbortSignal): AsyncGenerator<JudgedOrder[]> {
    const model: Model = {
      agreement: this.kept.agreement,
      share: this.kept.share,
      frequencies: this.counts.frequencies,
      expected: this.counts.expected,
    };
    const compare = comparer(model);
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      signal.throwIfAborted();
      const rows = await this.ctx.query<OrderRow>(sql`
        select ${columns} from "order" it where it.id > ${after} and ${wanted(looked)} order by it.id limit ${AT_ONCE}`);
      if (rows.length === 0) return;
      const records = rows.map((row) => profileOf(row));
      const rivals = await this.candidates.of(records);
      yield rows.map(({ id, number, customerId, refused }, i) => {
        const allowed = rivals[i].filter((rival) => !refused?.includes(rival.id));
        return { id, number, customerId, record: records[i], candidates: judge(records[i], allowed, model, this.bars, compare) };
      });
      after = rows[rows.length - 1].id;
      if (rows.length < AT_ONCE) return;
    }
  }
}

async function lastLearnt(ctx: Context): Promise<KeptModel | null> {
  const [last] = await ctx.query<{ model: KeptModel }>(sql`
    select model from order_link_run where model is not null and not dry_run order by created_at desc limit 1`);
  return last?.model ?? null;
}

/** From orders spread over all there are; the same ones each time. */
async function learn(ctx: Context, looked: Looked, counts: Counts, candidates: Candidates): Promise<KeptModel> {
  const sample = await ctx.query<OrderRow>(sql`
    select ${columns} from "order" it where ${wanted(looked)} order by md5(it.id::text) limit ${LEARNT_FROM}`);
  const model = { ...modelOf(counts.frequencies), expected: counts.expected };
  const compare = comparer(model);
  const seen = [];
  for (let at = 0; at < sample.length; at += AT_ONCE) {
    const records = sample.slice(at, at + AT_ONCE).map((row) => profileOf(row));
    const rivals = await candidates.of(records);
    for (const [i, record] of records.entries()) seen.push(promising(rivals[i].map((rival) => compare(record, rival))));
  }
  const { agreement, share, records, matched } = estimate(seen, counts.frequencies.size);
  return { agreement, share, records, matched };
}
