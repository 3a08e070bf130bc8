import type DataLoader from 'dataloader';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { EventBus } from './events/event-bus.js';
import type { Mailer } from './mail/mailer.js';
import type { Sql } from './sql.js';
import type { Storage } from './storage/storage.js';
import type { Locale } from './words.js';

/** Who asks, in one role at a time: a person with several acts in the one whose portal they stand in. */
export interface Viewer {
  id: string;
  name: string;
  sessionId: string | null;
  /** The role's key. */
  role: string;
  /** How far the role reaches over rows; policies decide by it. */
  reach: string;
  permissions: ReadonlySet<string>;
  locale: Locale | null;
}

/** Nobody yet: no permission, and a reach no policy knows, so every policy's `default` applies. */
export const anonymous: Viewer = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  sessionId: null,
  role: 'anonymous',
  reach: 'anonymous',
  permissions: new Set(),
  locale: null,
};

/** How reads are answered. The answers are the same; what they cost is not. */
export interface Settings {
  answers: 'loaders' | 'planned';
}

/** What a request needs of the world outside the database. */
export interface Services {
  storage: Storage;
  /** Null: mails are kept in the outbox. */
  mailer: Mailer | null;
  events: EventBus;
  /** Signs tokens. */
  secret: string;
  /** Signs a file's address for a short while: `/files/…?expires=…&signature=…`. */
  signedUrl(path: string, name: string): string;
}

/** The request as far as the core cares: where it came from, and the one cookie it may set. */
export interface RequestInfo {
  id: string;
  ip: string | null;
  userAgent: string | null;
  locale: Locale;
  /** The portal the person stands in; undefined where none is named. */
  portal: string | undefined;
  refreshToken: string | null;
  setRefreshToken(token: string | null): void;
}

/** One request. A mutation runs in a context of its own, whose `db` is its transaction. */
export class Context {
  readonly loaders = new Map<unknown, DataLoader<string, unknown>>();
  audited = false;
  private readonly afterwards: (() => void)[] = [];

  constructor(
    readonly db: EntityManager,
    readonly viewer: Viewer,
    readonly request: RequestInfo,
    readonly services: Services,
    readonly settings: Settings = { answers: 'planned' },
  ) {}

  get locale(): Locale {
    return this.viewer.locale ?? this.request.locale;
  }

  inside(transaction: EntityManager): Context {
    return new Context(transaction, this.viewer, this.request, this.services, this.settings);
  }

  /** The same request by somebody else: a sign-in continues as the person who signed in. */
  as(viewer: Viewer): Context {
    return new Context(this.db, viewer, this.request, this.services, this.settings);
  }

  /** Runs a statement in the transaction when there is one, else on the data source's pool. */
  async query<Row>(statement: Sql): Promise<Row[]> {
    const { driver } = this.db.connection;
    const client: Pool | PoolClient = this.db.queryRunner
      ? await this.db.queryRunner.connect()
      : (driver as PostgresDriver).master;
    return (await client.query(prepared(statement))).rows;
  }

  /** For what must not happen unless the transaction commits, such as setting a cookie. */
  onCommit(effect: () => void): void {
    this.afterwards.push(effect);
  }

  committed(): void {
    for (const effect of this.afterwards) effect();
  }
}

const names = new Map<string, string>();
const MOST_NAMES = 500;

/** The same text gets the same name, so PostgreSQL parses it once a connection. Past the cap: no name, no memory. */
function prepared(statement: Sql) {
  const { text, values } = statement.compile();
  if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `prisme_${names.size}`);
  return { name: names.get(text), text, values };
}
