import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { anonymous, type Context } from '../context.js';
import { sql } from '../sql.js';
import { HappeningStream } from './happening-stream.js';

export const CHANNEL = 'prisme';
/** The first half of the advisory locks that say which processes listen. */
export const LIVES = 1_764_002_210;
const RETRY_MS = 1_000;
const MOST = 2 ** 31 - 1;

/** A machine that vanished without a word is given up after a minute, and its lock with it. */
const options = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** Something that happened to a row. Only ids travel: each subscriber reads the row anew, under their own policy. */
export interface Happening {
  topic: string;
  id: string;
  /** What a subscriber may wait for: the customer's page, a person's inbox. */
  about?: string;
  /** Whose act it was; left out where the product acted by itself. */
  by?: string;
}

type Teller = Pick<Context, 'query'> & Partial<Pick<Context, 'viewer'>>;

const signed = ({ viewer }: Teller, happening: Happening): string =>
  JSON.stringify({ ...happening, by: viewer && viewer.id !== anonymous.id ? viewer.id : undefined });

/** Tells every server process. It is part of the transaction: nothing is told before the commit, nor without it. */
export async function publish(ctx: Teller, happening: Happening): Promise<void> {
  await ctx.query(sql`select pg_notify(${CHANNEL}, ${signed(ctx, happening)})`);
}

/** The same of many. */
export async function publishAll(ctx: Teller, happenings: readonly Happening[]): Promise<void> {
  const told = happenings.map((happening) => signed(ctx, happening));
  await ctx.query(sql`select pg_notify(${CHANNEL}, it) from unnest(${told}::text[]) as it`);
}

/** One listening connection a process; its happenings go to whoever subscribed here. */
export class EventBus {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;
  /** This process is known to the others by this number, locked as long as it listens; null while it doesn't. */
  life: number | null = null;
  /** Called whenever it listens anew. */
  onOpen = (): void => {};

  constructor(
    private readonly databaseUrl: string,
    /** Called whenever the connection came back: what was told meanwhile is lost, so caches must be emptied. */
    private readonly onGap: () => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true, options });
    client.on('error', () => this.reopen(client));
    client.on('end', () => this.reopen(client));
    client.on('notification', ({ payload }) => {
      const happening = JSON.parse(payload ?? '{}') as Happening;
      this.emitter.emit(happening.topic, happening);
    });
    await client.connect();
    const life = randomInt(1, MOST);
    await client.query('select pg_advisory_lock($1, $2)', [LIVES, life]);
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
    this.life = life;
    this.onGap();
    this.onOpen();
  }

  private reopen(lost: pg.Client): void {
    if (this.closed || (this.client !== null && this.client !== lost)) return;
    this.client = null;
    this.life = null;
    this.onGap();
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open().catch(() => this.reopen(lost)), RETRY_MS);
  }

  /** Whether what happens elsewhere is heard at once; caches are only trusted then. */
  get listening(): boolean {
    return this.client !== null;
  }

  listen(topic: string, hear: (happening: Happening) => void): () => void {
    this.emitter.on(topic, hear);
    return () => this.emitter.off(topic, hear);
  }

  /** How many read this topic here and now. */
  readers(topic: string): number {
    return this.emitter.listenerCount(topic);
  }

  /** The wanted happenings of these topics from now on, until the reader goes away. `first` they are told at once. */
  stream(topics: readonly string[], wanted: (happening: Happening) => boolean, first?: Happening): HappeningStream {
    const listen = (hear: (happening: Happening) => void) => {
      const stops = topics.map((topic) => this.listen(topic, hear));
      return () => {
        for (const stop of stops) stop();
      };
    };
    return new HappeningStream(listen, wanted, first);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }
}
