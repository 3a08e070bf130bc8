import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { blocksOf } from '../matching/block.rules.js';
import type { Profile } from '../matching/profile.rules.js';

/** Of all that share a key with a record, so many are compared: those that share most. */
const MOST_CANDIDATES = 40;
const MOST_REMEMBERED = 60_000;
const UUID_LENGTH = 36;

/**
 * Finds the customers whom records may be, many records at once. The same names come again and again, so what was read of keys and
 * of customers is remembered, as far as it stays small. Who shares how many keys is counted here: PostgreSQL would sort all of it.
 */
export class Candidates {
  private readonly remembered = new Map<string, Profile>();
  /** Who has a key. */
  private readonly holders = new Map<string, readonly string[]>();

  constructor(
    private readonly ctx: Context,
    /** Keys that so many have that they find nobody in particular. */
    private readonly common: ReadonlySet<string>,
  ) {}

  /** For each record, in its order, the likeliest first. */
  async of(records: readonly Profile[]): Promise<Profile[][]> {
    const keys = records.map((record) => blocksOf(record).filter((key) => !this.common.has(key)));
    await this.readHolders(new Set(keys.flat()));
    const found = keys.map((asked) => this.sharing(asked));
    await this.readProfiles(new Set(found.flat()));
    return found.map((ids) => ids.flatMap((id) => this.remembered.get(id) ?? []));
  }

  private sharing(keys: readonly string[]): string[] {
    const shared = new Map<string, number>();
    for (const key of keys) for (const id of this.holders.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared]
      .sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
      .map(([id]) => id);
  }

  private async readHolders(keys: ReadonlySet<string>): Promise<void> {
    const missing = this.missing(this.holders, keys);
    if (missing.length === 0) return;
    // An array would be taken apart letter by letter; ids all have one length.
    const rows = await this.ctx.query<{ key: string; ids: string }>(sql`
      select key, string_agg(customer_id::text, '') as ids from match_key where key = any(${missing}::text[]) group by key`);
    for (const key of missing) this.holders.set(key, []);
    for (const { key, ids } of rows) {
      const holders = Array.from({ length: ids.length / UUID_LENGTH }, (_, i) =>
        ids.slice(i * UUID_LENGTH, (i + 1) * UUID_LENGTH),
      );
      this.holders.set(key, holders);
    }
  }

  private async readProfiles(ids: ReadonlySet<string>): Promise<void> {
    const missing = this.missing(this.remembered, ids);
    if (missing.length === 0) return;
    const rows = await this.ctx.query<{ id: string; profile: Profile }>(sql`
      select customer_id as id, profile from match_profile where customer_id = any(${missing}::uuid[])`);
    for (const { id, profile } of rows) this.remembered.set(id, profile);
  }

  /** What is not remembered; all is forgotten before it becomes too much. */
  private missing(known: Map<string, unknown>, wanted: ReadonlySet<string>): string[] {
    const missing = [...wanted].filter((one) => !known.has(one));
    if (known.size + missing.length <= MOST_REMEMBERED) return missing;
    known.clear();
    return [...wanted];
  }
}
