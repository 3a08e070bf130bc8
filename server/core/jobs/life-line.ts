import pg from 'pg';
import type { Logger } from 'pino';

const LOOK_MS = 30_000;
const RETRY_MS = 1_000;

/** A machine that vanished without a word is given up after a minute, and its locks with it. */
const options = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/**
 * A job is locked in the name of the pool that took it, and a process that is killed never unlocks it. So each process holds, for
 * as long as it lives, a lock in the session of one connection for each of its pools, and all free the jobs of pools whose lock
 * nobody holds any more.
 */
export class LifeLine {
  private readonly pools = new Set<string>();
  private client: pg.Client | null = null;
  private asked: Promise<unknown> = Promise.resolve();
  private closed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connectionString: string,
    private readonly logger: Logger,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.connectionString, keepAlive: true, options });
    client.on('error', () => this.reopen(client));
    client.on('end', () => this.reopen(client));
    await client.connect();
    for (const pool of this.pools) await this.lock(client, pool);
    this.client = client;
    await this.freeDead();
    clearInterval(this.timer);
    this.timer = setInterval(() => this.freeDead().catch(() => {}), LOOK_MS).unref();
  }

  private reopen(lost: pg.Client): void {
    if (this.closed || (this.client !== null && this.client !== lost)) return;
    this.client = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open().catch(() => this.reopen(lost)), RETRY_MS);
  }

  /** To be called before the pool takes its first job. While the connection is lost it is noted, and locked with the rest later. */
  async hold(pool: string): Promise<void> {
    this.pools.add(pool);
    if (this.client) await this.lock(this.client, pool).catch(() => {});
  }

  private async freeDead(): Promise<void> {
    const { rows } = await this.ask<{ freed: string[] }>(
      this.client as pg.Client,
      `with locked as materialized (select distinct locked_by from graphile_worker.jobs where locked_by <> all($1)),
        dead as materialized (
          select array_agg(locked_by) as pools from locked where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0)))
      select pools as freed, graphile_worker.force_unlock_workers(pools) from dead where pools is not null`,
      [[...this.pools]],
    );
    if (rows[0]) this.logger.warn({ pools: rows[0].freed }, 'jobs of a process that was killed are taken up again');
  }

  private lock = (client: pg.Client, pool: string) =>
    this.ask(client, 'select pg_advisory_lock(hashtextextended($1, 0))', [pool]);

  /** One statement after the other: the workers of a pool begin at once, and a connection does one thing at a time. */
  private ask<Row extends pg.QueryResultRow>(client: pg.Client, text: string, values: unknown[]): Promise<pg.QueryResult<Row>> {
    const answer = this.asked.then(() => client.query<Row>(text, values));
    this.asked = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.client?.end().catch(() => {});
  }
}
