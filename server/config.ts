import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Limit } from './core/rate-limits/allowance.js';
import { DEFAULT_LOCALE, isLocale, type Locale } from './core/words.js';
import { readRateLimits } from './rate-limits.js';

export interface Config {
  production: boolean;
  host: string;
  port: number;
  dataDir: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** The same database as its owner, for migrations. Null: they are run from elsewhere, or by whoever `databaseUrl` is. */
  databaseOwnerUrl: string | null;
  /** Null: a folder under `dataDir`. */
  storageUrl: string | null;
  /** Null: mails are kept in the outbox. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Null: nothing looks for viruses in what is sent. */
  clamdUrl: string | null;
  /** The national address service or a copy of it. Null: addresses are located by their commune, offline. */
  geocoderUrl: string | null;
  /** Pictures behind maps: their address with {z}/{x}/{y}, and whose they are. Null: maps are outlines. */
  mapTiles: { url: string; attribution: string } | null;
  /** Where people reach the product, without a slash at the end. */
  origin: string;
  /** Signs access tokens and file addresses. */
  secret: string;
  /** Whether this process takes jobs too, or leaves them to `npm run worker`. */
  jobs: boolean;
  /** Made-up customers and the four demo accounts, at the first start on an empty database. */
  demo: boolean;
  /** The language of what is written once at the first start, such as the register of processing. */
  installLocale: Locale;
  logLevel: string;
  /** Bytes: the largest file somebody may send. */
  maxUploadBytes: number;
  /** Who may say in X-Forwarded-For who called: so many proxies in a row, or those at these addresses. */
  trustProxy: false | number | string;
  /** Only operations the portals were built with run, and those allowed besides. */
  trustedDocuments: boolean;
  /** A folder of operations that run besides. */
  allowedOperations: string | null;
  /** Requests that are worked on at once; more are asked to come back. */
  maxRequests: number;
  /** How often what may be done, by name. */
  rateLimits: Record<string, Limit>;
}

export class BadConfig extends Error {}

const LEAST_SECRET = 32;

/** Every environment variable the product reads, parsed and checked once. They are described in `.env.example`. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const production = env.NODE_ENV === 'production';
  const dataDir = resolve(env.DATA_DIR || 'data');
  const host = env.HOST || '127.0.0.1';
  const port = wholeNumber(env, 'PORT', 4000, 0, 65_535);
  const origin = (env.PUBLIC_URL || `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(/\/+$/, '');
  if (production && !env.PUBLIC_URL) throw new BadConfig('PUBLIC_URL is required in production: the https:// address people use');
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL)
    throw new BadConfig('DATABASE_OWNER_URL is for migrations; DATABASE_URL, which the server connects by, is missing');
  return {
    production,
    host,
    port,
    dataDir,
    databaseUrl: env.DATABASE_URL || null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL || null,
    storageUrl: env.STORAGE_URL || null,
    smtpUrl: env.SMTP_URL || null,
    clamdUrl: clamdUrlOf(env),
    geocoderUrl: geocoderUrlOf(env),
    mapTiles: mapTilesOf(env),
    mailFrom: env.MAIL_FROM || 'Prisme <no-reply@prisme.invalid>',
    origin,
    secret: secretOf(env, production, dataDir),
    jobs: flag(env, 'JOBS', true),
    demo: flag(env, 'DEMO', !production),
    installLocale: localeNamed(env.INSTALL_LOCALE),
    logLevel: env.LOG_LEVEL || (production ? 'info' : 'warn'),
    maxUploadBytes: wholeNumber(env, 'MAX_UPLOAD_MB', 50, 1, 5_000) * 1024 * 1024,
    trustProxy: proxies(env),
    trustedDocuments: flag(env, 'TRUSTED_DOCUMENTS', production),
    allowedOperations: env.ALLOWED_OPERATIONS || null,
    maxRequests: wholeNumber(env, 'MAX_REQUESTS', 500, 1, 100_000),
    rateLimits: rateLimitsOf(env),
  };
}

function localeNamed(text: string | undefined): Locale {
  if (!text) return DEFAULT_LOCALE;
  if (isLocale(text)) return text;
  throw new BadConfig(`INSTALL_LOCALE is fr or en, not “${text}”`);
}

function clamdUrlOf({ CLAMD_URL: url }: NodeJS.ProcessEnv): string | null {
  if (url && !/^(tcp:\/\/[^/]+|unix:\/\/\/.+)$/.test(url))
    throw new BadConfig(`CLAMD_URL is tcp://host:port or unix:///path, not “${url}”`);
  return url || null;
}

function geocoderUrlOf({ GEOCODER_URL: url }: NodeJS.ProcessEnv): string | null {
  if (url && !(/^https?:/.test(url) && URL.canParse(url)))
    throw new BadConfig(`GEOCODER_URL is http:// or https://, such as https://data.geopf.fr/geocodage, not “${url}”`);
  return url || null;
}

function mapTilesOf({ MAP_TILES_URL: url, MAP_TILES_ATTRIBUTION: attribution }: NodeJS.ProcessEnv): Config['mapTiles'] {
  if (!url) return null;
  if (!/^https:\/\/(\{s\}\.)?[\w.-]+(:\d+)?\/[^;,\s'"]*$/.test(url) || !['{z}', '{x}', '{y}'].every((part) => url.includes(part)))
    throw new BadConfig(`MAP_TILES_URL is https:// with {z}, {x} and {y} in its path, not “${url}”`);
  if (!attribution) throw new BadConfig('MAP_TILES_ATTRIBUTION is required with MAP_TILES_URL: whose pictures they are');
  return { url, attribution };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, usual: number, least: number, most: number): number {
  const text = env[name];
  if (!text) return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new BadConfig(`${name} is a whole number from ${least} to ${most}, not “${text}”`);
  return value;
}

function flag(env: NodeJS.ProcessEnv, name: string, usual: boolean): boolean {
  const text = env[name];
  if (!text) return usual;
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new BadConfig(`${name} is true or false, not “${text}”`);
}

/** `true` is one proxy: whatever a caller wrote into the header before it counts for nothing. */
function proxies(env: NodeJS.ProcessEnv): false | number | string {
  const text = env.TRUST_PROXY ?? '';
  if (/^\d{1,2}$/.test(text)) return Number(text) || false;
  if (/[.:]/.test(text)) return text;
  return flag(env, 'TRUST_PROXY', false) ? 1 : false;
}

function rateLimitsOf(env: NodeJS.ProcessEnv): Record<string, Limit> {
  try {
    return readRateLimits(env.RATE_LIMITS);
  } catch (error) {
    throw new BadConfig(`RATE_LIMITS: ${(error as Error).message}`);
  }
}

/** Production brings its own; elsewhere one is made up once and kept beside the data. */
function secretOf(env: NodeJS.ProcessEnv, production: boolean, dataDir: string): string {
  const given = env.SECRET;
  if (given) {
    if (Buffer.byteLength(given) < LEAST_SECRET) throw new BadConfig(`SECRET is at least ${LEAST_SECRET} bytes long`);
    return given;
  }
  if (production)
    throw new BadConfig('SECRET is required in production: 32 random bytes or more, such as `openssl rand -base64 48` prints');
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8');
}
