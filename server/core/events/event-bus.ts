import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Context } from '../context.js';
import { sql } from '../sql.js';
import { HappeningStream } from './happening-stream.js';

const CHANNEL = 'prisme';
const RETRY_MS = 1_000;

/** Something that happened to a row. Only ids travel: each subscriber reads the row anew, under their own policy. */
export interface Happening {
  topic: string;
  id: string;
  /** What a subscriber may wait for: the customer's page, a person's inbox. */
  about?: string;
}

/** Tells every server process. It is part of the transaction: nothing is told before the commit, nor without it. */
export async function publish(ctx: Pick<Context, 'query'>, happening: Happening): Promise<void> {
  await ctx.query(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(happening)})`);
}

/** The same of many. */
export async function publishAll(ctx: Pick<Context, 'query'>, happenings: readonly Happening[]): Promise<void> {
  const told = happenings.map((happening) => JSON.stringify(happening));
  await ctx.query(sql`select pg_notify(${CHANNEL}, it) from unnest(${told}::text[]) as it`);
}

/** One listening connection a process; its happenings go to whoever subscribed here. */
export class EventBus {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly databaseUrl: string,
    /** Called whenever the connection came back: what was told meanwhile is lost, so caches must be emptied. */
    private readonly onGap: () => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('error', () => this.reopen(client));
    client.on('end', () => this.reopen(client));
    client.on('notification', ({ payload }) => {
      const happening = JSON.parse(payload ?? '{}') as Happening;
      this.emitter.emit(happening.topic, happening);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
    this.onGap();
  }

  private reopen(lost: pg.Client): void {
    if (this.closed || (this.client !== null && this.client !== lost)) return;
    this.client = null;
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

  /** The wanted happenings of these topics from now on, until the reader goes away. */
  stream(topics: readonly string[], wanted: (happening: Happening) => boolean): HappeningStream {
    const listen = (hear: (happening: Happening) => void) => {
      const stops = topics.map((topic) => this.listen(topic, hear));
      return () => {
        for (const stop of stops) stop();
      };
    };
    return new HappeningStream(listen, wanted);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }
}
