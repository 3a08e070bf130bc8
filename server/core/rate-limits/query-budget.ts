import type { Pool } from 'pg';
import { rateLimited } from '../errors.js';
import { sql } from '../sql.js';
import type { Allowance } from './allowance.js';

interface Spent {
  /** What all processes spent of it, as far as this one knows. */
  known: number;
  /** What this process spent and has not told yet. */
  untold: number;
}

const TELL_MS = 5_000;
/** Below this part of the budget nobody needs to know. */
const WORTH_TELLING = 0.1;

/**
 * What each person's queries may cost, by rows they could answer. It is counted in memory, since a read must not write; every few
 * seconds the processes tell each other what the busiest spent.
 */
export class QueryBudget {
  private spent = new Map<string, Spent>();
  private ends = 0;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly allowance: Allowance | undefined,
    private readonly onFailure: (error: unknown) => void,
  ) {
    if (allowance) this.timer = setInterval(() => void this.tell(), TELL_MS).unref();
  }

  spend(who: string, cost: number): void {
    if (!this.allowance) return;
    const now = Date.now();
    if (now >= this.ends) this.begin(now, this.allowance.seconds * 1000);
    const mine = this.spent.get(who) ?? { known: 0, untold: 0 };
    this.spent.set(who, mine);
    mine.untold += cost;
    if (mine.known + mine.untold > this.allowance.points) throw rateLimited(Math.ceil((this.ends - now) / 1000), 'QUERY_BUDGET');
  }

  /** Every process begins at the same moments. */
  private begin(now: number, span: number): void {
    this.spent = new Map();
    this.ends = (Math.floor(now / span) + 1) * span;
  }

  /** Adds what this process spent to what the others did, in one statement. */
  async tell(): Promise<void> {
    const { ends, spent, allowance } = this;
    const told = [...spent].filter(([, { untold }]) => untold > 0 && untold > (allowance?.points ?? 0) * WORTH_TELLING);
    if (told.length === 0 || Date.now() >= ends) return;
    const prefix = `query:${ends}:`;
    // In one order, so that two processes never wait for each other.
    told.sort(([a], [b]) => (a < b ? -1 : 1));
    const points = told.map(([, { untold }]) => Math.min(untold, 1_000_000_000));
    for (const [, one] of told) Object.assign(one, { known: one.known + one.untold, untold: 0 });
    try {
      const keys = told.map(([who]) => prefix + who);
      const statement = sql`
        insert into rate_limit (key, points, expire) select *, ${ends}::bigint from unnest(${keys}::text[], ${points}::integer[])
        on conflict (key) do update set points = rate_limit.points + excluded.points returning key, points`;
      const { rows } = await this.pool.query<{ key: string; points: number }>(statement.compile());
      for (const row of rows) {
        const one = spent.get(row.key.slice(prefix.length));
        if (one) one.known = Math.max(one.known, row.points);
      }
    } catch (error) {
      this.onFailure(error);
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
