import { join } from 'node:path';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type Config } from './config.js';
import { FileHeads, StoredHeads } from './core/audit-heads.js';
import { AuditTrail } from './core/audit-trail.js';
import { anonymous, Context, type Services, type Settings, type Viewer } from './core/context.js';
import { EventBus } from './core/events/event-bus.js';
import { Presence } from './core/events/presence.js';
import { nationalAddressService } from './core/geocoder.js';
import { enqueue } from './core/jobs/jobs.js';
import { openMailer } from './core/mail/mailer.js';
import { QueryBudget } from './core/rate-limits/query-budget.js';
import { RateLimits } from './core/rate-limits/rate-limits.js';
import { openStorage } from './core/storage/open-storage.js';
import { clamd } from './core/storage/virus-scanner.js';
import { openDatabase, poolOf } from './database.js';
import { sealAuditJob } from './features/audit/audit.jobs.js';
import { People, viewerIn } from './features/session/viewer.service.js';
import { signedUrl } from './http/files.http.js';
import { Metrics } from './http/metrics.http.js';
import { requestOfProcess, Viewers } from './http/session.http.js';
import type { World } from './http/world.js';

export interface Product {
  config: Config;
  database: DataSource;
  logger: Logger;
  world: World;
  people: People;
  /** For jobs and commands: somebody's context, with what they may do now: in the role of this portal, or their highest. */
  contextOf(userId: string, portal?: string): Promise<Context | null>;
  /** For jobs and commands that act for the product itself. */
  system(): Context;
  close(): Promise<void>;
}

/** Everything behind the HTTP application, over a database that is up to date: the server, the worker and commands share it. */
export async function openProduct(
  config: Config,
  databaseUrl: string,
  logger: Logger,
  settings: Settings = { answers: 'text' },
): Promise<Product> {
  const cell: { people?: People } = {};
  const forget = () => cell.people?.forget();
  const database = await openDatabase(databaseUrl, {
    onLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
    onAccess: forget,
  });
  const events = new EventBus(databaseUrl, forget);
  const people = new People(poolOf(database), events);
  cell.people = people;
  await events.open();
  const trail = new AuditTrail(databaseUrl, logger);
  const storage = openStorage(config.storageUrl, join(config.dataDir, 'files'));
  const services: Services = {
    storage,
    scanner: config.clamdUrl === null ? null : clamd(config.clamdUrl),
    geocoder: config.geocoderUrl === null ? null : nationalAddressService(config.geocoderUrl),
    mapTiles: config.mapTiles,
    heads: config.storageUrl ? new StoredHeads(storage) : new FileHeads(join(config.dataDir, 'audit', 'heads.jsonl')),
    mailer: openMailer(config.smtpUrl, config.mailFrom),
    events,
    presence: new Presence(poolOf(database), events),
    trail,
    rateLimits: new RateLimits(poolOf(database), config.rateLimits),
    secret: config.secret,
    origin: config.origin,
    signedUrl: (path, name, by) => signedUrl(config.secret, path, name, by),
  };
  const [budget] = config.rateLimits.query?.allowed.viewer ?? [];
  const queries = new QueryBudget(poolOf(database), budget, (error) =>
    logger.warn({ err: error }, 'query budgets were not told'),
  );
  const world: World = {
    config,
    database,
    services,
    settings,
    queries,
    viewers: new Viewers(people, config.secret),
    logger,
    metrics: new Metrics(),
    secureCookies: config.origin.startsWith('https:'),
    stopping: false,
  };
  trail.onMany = () => enqueue(product.system(), sealAuditJob, {}, { key: 'sealAudit' });
  const contextFor = (viewer: Viewer) => new Context(database.manager, viewer, requestOfProcess(), services, settings);
  const product: Product = {
    config,
    database,
    logger,
    world,
    people,
    contextOf: async (userId, portal) => {
      const person = await people.byUser(userId);
      const viewer = person && viewerIn(person, portal);
      return viewer && viewer.id !== anonymous.id ? contextFor(viewer) : null;
    },
    system: () => contextFor({ ...anonymous, name: 'Prisme', role: 'system', reach: 'staff' }),
    close: async () => {
      services.rateLimits.stop();
      queries.stop();
      services.mailer?.close();
      await trail.close();
      await services.presence.close();
      await events.close();
      await database.destroy();
    },
  };
  return product;
}
