import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type Config } from './config.js';
import { anonymous, Context, type Services, type Settings, type Viewer } from './core/context.js';
import { EventBus } from './core/events/event-bus.js';
import { openMailer } from './core/mail/mailer.js';
import { openStorage } from './core/storage/open-storage.js';
import { openDatabase, poolOf } from './database.js';
import { People, viewerIn } from './features/session/viewer.service.js';
import { signedUrl } from './http/files.http.js';
import { Metrics } from './http/metrics.http.js';
import { requestOfProcess, Viewers } from './http/session.http.js';
import type { World } from './http/world.js';

/** Names of fields whose values never reach a log. */
const SECRETS = ['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'secret'];

export const createLogger = (level: string): Logger =>
  pino({
    level,
    serializers: { err: toldError },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
  });

/** A lost connection's error carries the whole client, with every statement it prepared. */
function toldError(error: Error): object {
  const { client: _client, ...told } = pino.stdSerializers.err(error) as pino.SerializedError & { client?: unknown };
  return told;
}

export interface Product {
  config: Config;
  database: DataSource;
  logger: Logger;
  world: World;
  people: People;
  /** For jobs and commands: somebody's context, with what they may do now. */
  contextOf(userId: string): Promise<Context | null>;
  /** For jobs and commands that act for the product itself. */
  system(): Context;
  close(): Promise<void>;
}

/** Everything behind the HTTP application, over a database that is up to date: the server, the worker and commands share it. */
export async function openProduct(
  config: Config,
  databaseUrl: string,
  logger: Logger,
  settings: Settings = { answers: 'planned' },
): Promise<Product> {
  const database = await openDatabase(databaseUrl, (error) => logger.warn({ err: error }, 'a database connection was lost'));
  const cell: { people?: People } = {};
  const events = new EventBus(databaseUrl, () => cell.people?.forget());
  const people = new People(poolOf(database), events);
  cell.people = people;
  await events.open();
  const services: Services = {
    storage: openStorage(config.storageUrl, join(config.dataDir, 'files')),
    mailer: openMailer(config.smtpUrl, config.mailFrom),
    events,
    secret: config.secret,
    signedUrl: (path, name) => signedUrl(config.secret, path, name),
  };
  const world: World = {
    config,
    database,
    databaseUrl,
    services,
    settings,
    viewers: new Viewers(people, config.secret),
    logger,
    metrics: new Metrics(),
    secureCookies: config.origin.startsWith('https:'),
    stopping: false,
  };
  const contextFor = (viewer: Viewer) => new Context(database.manager, viewer, requestOfProcess(), services, settings);
  return {
    config,
    database,
    logger,
    world,
    people,
    contextOf: async (userId) => {
      const person = await people.byUser(userId);
      const viewer = person && viewerIn(person, undefined);
      return viewer && viewer.id !== anonymous.id ? contextFor(viewer) : null;
    },
    system: () => contextFor({ ...anonymous, name: 'Prisme', role: 'system', reach: 'staff' }),
    close: async () => {
      services.mailer?.close();
      await events.close();
      await database.destroy();
    },
  };
}
