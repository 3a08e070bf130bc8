import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Context } from '../context.js';
import { rateLimited } from '../errors.js';
import { sql } from '../sql.js';
import { BYS, type By, type Limit } from './allowance.js';
import { placeOf } from './place.js';

const FORGET_MS = 600_000;

/** For whom it is counted this time; who is left out isn't counted. */
export type Keys = Partial<Record<By, string | null>>;

/**
 * How often somebody did something, shared by all processes: counted in PostgreSQL, beside whatever transaction is under way, so that
 * what was refused or rolled back counts too. Nobody waits longer than the longest allowance lasts.
 */
export class RateLimits {
  private readonly limiters = new Map<string, Partial<Record<By, RateLimiterPostgres[]>>>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: Pool,
    private readonly table: Readonly<Record<string, Limit>>,
  ) {
    for (const [name, { allowed }] of Object.entries(table)) {
      const made = BYS.map((by) => [by, (allowed[by] ?? []).map((one) => limiter(pool, `${name}.${by}.${one.seconds}`, one))]);
      this.limiters.set(name, Object.fromEntries(made));
    }
    this.timer = setInterval(() => void this.forget().catch(() => {}), FORGET_MS).unref();
  }

  /** Counts it, and refuses when it is too much. Answers what gives it back. */
  async spend(name: string, keys: Keys, points = 1): Promise<() => Promise<void>> {
    const limiters = this.limiters.get(name);
    if (!limiters) throw new Error(`${name} has no limit`);
    const asked = BYS.flatMap((by) => {
      const key = keys[by] && createHash('sha256').update(keys[by]).digest('base64url');
      return key ? (limiters[by] ?? []).map((one) => ({ one, key })) : [];
    });
    const outcomes = await Promise.allSettled(asked.map(({ one, key }) => one.consume(key, points)));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    const failure = refusals.find((reason) => !(reason instanceof RateLimiterRes));
    if (failure) throw failure;
    const waits = refusals.map((reason) => (reason as RateLimiterRes).msBeforeNext);
    if (waits.length > 0) throw rateLimited(Math.max(1, Math.ceil(Math.max(...waits) / 1000)));
    return async () => {
      await Promise.all(asked.map(({ one, key }) => one.reward(key, points)));
    };
  }

  isRefunded(name: string): boolean {
    return this.table[name]?.refunded === true;
  }

  /** Takes away what is over. */
  async forget(): Promise<void> {
    await this.pool.query(sql`delete from rate_limit where expire < ${Date.now()}`.compile());
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

/** Where a request comes from and who is signed in; the account is said by whoever knows which one is tried. */
export function keysOf({ request, viewer }: Pick<Context, 'request' | 'viewer'>, account: string | null = null): Keys {
  const place = request.ip === null ? null : placeOf(request.ip);
  return { account, address: place?.address, network: place?.network, viewer: viewer.sessionId && viewer.id };
}

function limiter(pool: Pool, keyPrefix: string, { points, seconds }: { points: number; seconds: number }): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: seconds,
  });
}
