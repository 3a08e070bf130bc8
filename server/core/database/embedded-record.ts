import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresProblem } from './postgres-problem.js';

export interface RolePasswords {
  owner: string;
  application: string;
}

/** What DATA_DIR/postgres.json keeps about the database of a data folder. */
export interface DatabaseRecord {
  /** The superuser's. */
  password: string;
  /** Those of the owner and the application, once the roles have been made. */
  roles?: RolePasswords;
  port: number;
  /** Whether the files have been made once. */
  made: boolean;
}

const fileOf = (dataDir: string): string => join(dataDir, 'postgres.json');

export function readRecord(dataDir: string): DatabaseRecord | null {
  const file = fileOf(dataDir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const record = JSON.parse(text) as DatabaseRecord;
    if (typeof record.password === 'string') return record;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new PostgresProblem(`${file} can't be read as JSON. Bring its last copy back.`);
}

export function writeRecord(dataDir: string, record: DatabaseRecord): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

export const newPassword = (): string => randomBytes(24).toString('base64url');
