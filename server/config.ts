import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Config {
  production: boolean;
  host: string;
  port: number;
  dataDir: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Null: a folder under `dataDir`. */
  storageUrl: string | null;
  /** Null: mails are kept in the outbox. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Where people reach the product, without a slash at the end. */
  origin: string;
  /** Signs access tokens and file addresses. */
  secret: string;
  /** Whether this process takes jobs too, or leaves them to `npm run worker`. */
  jobs: boolean;
  /** Made-up customers and the four demo accounts, at the first start on an empty database. */
  demo: boolean;
  logLevel: string;
  /** Bytes: the largest file somebody may send. */
  maxUploadBytes: number;
  /** A proxy in front says who called, in X-Forwarded-For. */
  trustProxy: boolean;
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
  return {
    production,
    host,
    port,
    dataDir,
    databaseUrl: env.DATABASE_URL || null,
    storageUrl: env.STORAGE_URL || null,
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.MAIL_FROM || 'Prisme <no-reply@prisme.invalid>',
    origin,
    secret: secretOf(env, production, dataDir),
    jobs: flag(env, 'JOBS', true),
    demo: flag(env, 'DEMO', !production),
    logLevel: env.LOG_LEVEL || (production ? 'info' : 'warn'),
    maxUploadBytes: wholeNumber(env, 'MAX_UPLOAD_MB', 50, 1, 5_000) * 1024 * 1024,
    trustProxy: flag(env, 'TRUST_PROXY', false),
  };
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
