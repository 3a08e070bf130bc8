import { randomUUID } from 'node:crypto';
import { type Sql, sql } from '../sql.js';
import { CHANNEL, type EventBus, LIVES } from './event-bus.js';

/** The topic under which somebody's coming and going is told; the id is the place's. */
export const PRESENCE = 'presence';

const SETTLE_MS = 5_000;

/** Somebody has this page open. */
export interface Present {
  /** The id of what the page shows. */
  place: string;
  /** The user's id. */
  person: string;
  /** The id of what they have open for changing, there. */
  subject: string | null;
}

interface Queryable {
  query(query: { text: string; values: unknown[] }): Promise<unknown>;
}

/**
 * Who has which page open, over all server processes. What is open here is known by heart, and told by rows of an unlogged table that
 * carry the number of this process. They count as long as it holds the lock of that number: of a process that was killed PostgreSQL
 * gives it up, and the next who looks takes its rows away.
 */
export class Presence {
  private readonly here = new Map<string, Present>();
  private timer: NodeJS.Timeout | undefined;
  /** A row may have been left behind, or not have been written. */
  private unsettled = false;

  constructor(
    private readonly pool: Queryable,
    private readonly events: EventBus,
  ) {
    events.onOpen = () => {
      if (this.here.size > 0) void this.settle();
    };
  }

  /** From now on, until what it answers is called. Whoever entered is told nothing of it: `about` names the one who came. */
  async enter(present: Present): Promise<{ id: string; leave: () => Promise<void> }> {
    const id = randomUUID();
    const first = this.here.size === 0;
    this.here.set(id, present);
    this.timer ??= setInterval(() => void this.settle(), SETTLE_MS).unref();
    // Whoever is the first here looks for what others left behind; the rest are one row.
    if (first || this.events.life === null) await this.settle(id);
    else await this.write(this.added([[id, present]], id));
    return { id, leave: () => this.leave(id) };
  }

  private async leave(id: string): Promise<void> {
    if (!this.here.delete(id)) return;
    await this.write(told(sql`delete from presence where id = ${id} returning place`, id));
  }

  /** Rows and what is known here are made one again, and the rows of processes that are gone go. */
  private async settle(by: string | null = null): Promise<void> {
    const { life } = this.events;
    if (life === null) return;
    if (this.here.size === 0 && !this.unsettled) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    this.unsettled = false;
    const mine = [...this.here];
    await this.write(
      told(
        sql`delete from presence where (life = ${life} and not id = any(${mine.map(([id]) => id)}::uuid[])) or life not in (
          select objid::bigint from pg_locks where locktype = 'advisory' and classid = ${LIVES}::oid and objsubid = 2
            and database = (select oid from pg_database where datname = current_database())) returning place`,
        by,
      ),
    );
    await this.write(this.added(mine, by));
    // Whoever left meanwhile was written once more.
    if (mine.some(([id]) => !this.here.has(id))) this.unsettled = true;
  }

  private added(mine: readonly [string, Present][], by: string | null): Sql {
    const column = (of: (present: Present) => string | null) => mine.map(([, present]) => of(present));
    return told(
      sql`insert into presence (life, id, place, person, subject)
        select ${this.events.life}::integer, * from unnest(${mine.map(([id]) => id)}::uuid[], ${column(({ place }) => place)}::uuid[],
          ${column(({ person }) => person)}::uuid[], ${column(({ subject }) => subject)}::uuid[])
        on conflict do nothing returning place`,
      by,
    );
  }

  /** Without the database nobody is told anything; the next look puts it right. */
  private async write(statement: Sql): Promise<void> {
    await this.pool.query(statement.compile()).catch(() => {
      this.unsettled = true;
    });
  }

  /** Before the process ends: the others need not find out. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.here.clear();
    const { life } = this.events;
    if (life !== null) await this.write(told(sql`delete from presence where life = ${life} returning place`, null));
  }
}

const told = (change: Sql, by: string | null): Sql => sql`
  with changed as (${change})
  select pg_notify(${CHANNEL}, json_build_object('topic', ${PRESENCE}::text, 'id', place, 'about', ${by}::text)::text)
  from (select distinct place from changed) it`;
