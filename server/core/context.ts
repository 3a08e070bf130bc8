import type DataLoader from 'dataloader';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Heads } from './audit-heads.js';
import type { AuditTrail } from './audit-trail.js';
import type { EventBus } from './events/event-bus.js';
import type { Presence } from './events/presence.js';
import type { Geocoder } from './geocoder.js';
import type { Mailer } from './mail/mailer.js';
import type { RateLimits } from './rate-limits/rate-limits.js';
import type { Sql } from './sql.js';
import type { Storage } from './storage/storage.js';
import type { VirusScanner } from './storage/virus-scanner.js';
import type { Locale } from './words.js';

/** Who really sits there while somebody is looked at through. */
export interface Actor {
  id: string;
  name: string;
  /** The key of the role they act in. */
  role: string;
  /** Until when. */
  until: Date;
}

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
  /** Of two roles the higher may manage the lower. */
  rank: number;
  /** Must set up a second factor first, and may do nothing else until then. */
  secondFactorDue?: boolean;
  locale: Locale | null;
  /** Set where one of ours sees the product as this viewer: nothing may be changed then, and what is noted names both. */
  actor: Actor | null;
}

/** Nobody yet: no permission, and a reach no policy knows, so every policy's `default` applies. */
export const anonymous: Viewer = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  sessionId: null,
  role: 'anonymous',
  reach: 'anonymous',
  permissions: new Set(),
  rank: 0,
  locale: null,
  actor: null,
};

/** How reads are answered. The answers are the same; what they cost is not. */
export interface Settings {
  answers: 'loaders' | 'planned' | 'text';
}

/** What a request needs of the world outside the database. */
export interface Services {
  storage: Storage;
  /** Null: nothing looks for viruses. */
  scanner: VirusScanner | null;
  /** Null: addresses are located by their commune, offline. */
  geocoder: Geocoder | null;
  /** Pictures behind maps: their address with {z}/{x}/{y}, and whose they are. Null: maps are outlines. */
  mapTiles: { url: string; attribution: string } | null;
  /** Null: mails are kept in the outbox. */
  mailer: Mailer | null;
  events: EventBus;
  /** Who has which page open now. */
  presence: Presence;
  /** Where people reach the product, for links in mails; never what a request says its host is. */
  origin: string;
  /** What the audit chain is outside the database. */
  heads: Heads;
  /** Audit entries of what no transaction commits. */
  trail: AuditTrail;
  /** How often somebody may do what is limited. */
  rateLimits: RateLimits;
  /** Signs tokens. */
  secret: string;
  /** Signs a file's address for a short while: `/files/…?expires=…&signature=…`. */
  signedUrl(path: string, name: string, by: string): string;
}

/** The request as far as the core cares: where it came from, and the two cookies it may set. */
export interface RequestInfo {
  id: string;
  ip: string | null;
  userAgent: string | null;
  locale: Locale;
  /** The portal the person stands in; undefined where none is named. */
  portal: string | undefined;
  refreshToken: string | null;
  setRefreshToken(token: string | null): void;
  /** By which this browser is known again. */
  deviceToken: string | null;
  setDeviceToken(token: string): void;
}

/** What a mutation works on: the object it looked for last, whether it was found or not. */
export interface Sought {
  /** Its type's name. */
  type: string;
  id: string;
}

export const soughtOf = (row: { id: string }): Sought => ({ type: row.constructor.name, id: row.id });

/** One request. A mutation runs in a context of its own, whose `db` is its transaction. */
export class Context {
  readonly loaders = new Map<unknown, DataLoader<string, unknown>>();
  audited = false;
  /** Shared with the contexts made from this one: whoever audits a refusal sees what was sought inside. */
  private last: { sought: Sought | null } = { sought: null };
  private readonly afterwards: (() => void)[] = [];

  constructor(
    readonly db: EntityManager,
    readonly viewer: Viewer,
    readonly request: RequestInfo,
    readonly services: Services,
    readonly settings: Settings = { answers: 'planned' },
  ) {}

  /** An address of a file for this viewer, that works for some minutes: whoever opens it, it was given to them. */
  signedUrl(path: string, name: string): string {
    const { id, role, actor } = this.viewer;
    return this.services.signedUrl(path, name, (actor ? [actor.id, actor.role, id] : [id, role]).join('.'));
  }

  get locale(): Locale {
    return this.viewer.locale ?? this.request.locale;
  }

  inside(transaction: EntityManager): Context {
    const inside = new Context(transaction, this.viewer, this.request, this.services, this.settings);
    inside.last = this.last;
    return inside;
  }

  /** The same request by somebody else: a sign-in continues as the person who signed in. */
  as(viewer: Viewer): Context {
    return new Context(this.db, viewer, this.request, this.services, this.settings);
  }

  get sought(): Sought | null {
    return this.last.sought;
  }

  seek(sought: Sought | null): void {
    this.last.sought = sought;
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
