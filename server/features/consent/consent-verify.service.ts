import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';

/**
 * - EDITED: an event is no longer what its hash says.
 * - MOVED: it follows another one than it says, or none where there is one.
 * - MISSING: there is none of the rank before it.
 * - NOTE_EDITED: its note is another one; a note that an erasure took away is not.
 */
export type BrokenLinkKind = 'EDITED' | 'MOVED' | 'MISSING' | 'NOTE_EDITED';

export interface BrokenLink {
  kind: BrokenLinkKind;
  customer: string;
  eventId: string;
  /** Its rank in that customer's chain. */
  seq: number;
}

export interface ConsentReport {
  ok: boolean;
  events: number;
  chains: number;
  /** The first of each chain that is not whole, in order of their writing; 100 at most. */
  broken: BrokenLink[];
  /** Chains that are not whole. */
  brokenTotal: number;
}

const MOST = 100;

/** Compares every consent event with its hash, and with the one before it. Changes nothing. */
export async function verifyConsents(ctx: Context): Promise<ConsentReport> {
  const [{ report }] = await ctx.query<{ report: ConsentReport }>(sql`
    with links as (
      select e.id, e.customer_id, e.seq, e.recorded_at,
        lag(e.seq, 1, 0) over chain as rank_before, lag(e.hash) over chain as hash_before, e.previous_hash,
        e.hash is distinct from consent_hash(e) as edited, e.note is not null and e.note_sha256 is distinct from sha256_of(e.note) as note_edited
      from consent_event e window chain as (partition by e.customer_id order by e.seq)
    ), told as (
      select *, case when edited then 'EDITED' when seq <> rank_before + 1 then 'MISSING'
        when previous_hash is distinct from hash_before then 'MOVED' when note_edited then 'NOTE_EDITED' end as kind from links
    ), first as (
      select distinct on (customer_id) * from told where kind is not null order by customer_id, seq
    )
    select json_build_object(
      'ok', not exists (select from first), 'events', (select count(*) from links),
      'chains', (select count(distinct customer_id) from links), 'brokenTotal', (select count(*) from first),
      'broken', coalesce((select json_agg(json_build_object('kind', kind, 'customer', customer_id, 'eventId', id, 'seq', seq) order by recorded_at, id)
        from (select * from first order by recorded_at, id limit ${MOST}::int) shown), '[]')) as report`);
  return report;
}
