import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresProblem } from './postgres-problem.js';

/** What DATA_DIR/postgres.json keeps about the database of a data folder. */
export interface DatabaseRecord {
  password: string;
  port: number;
  /** The folder of PostgreSQL's files. */
  cluster: string;
  /** The data folder this was written for, to know a copy of it. */
  dataDir: string;
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
    if (typeof record.password === 'string' && typeof record.cluster === 'string') return moved(record, dataDir);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new PostgresProblem(`${file} can't be read as JSON. Bring its last copy back.`);
}

/** A data folder that was renamed takes its files along; a copy must not share files with its original. */
function moved(record: DatabaseRecord, dataDir: string): DatabaseRecord {
  if (record.dataDir === dataDir) return record;
  if (record.cluster === join(record.dataDir, 'postgres')) return { ...record, cluster: join(dataDir, 'postgres'), dataDir };
  if (existsSync(fileOf(record.dataDir))) {
    throw new PostgresProblem(
      `${dataDir} is a copy of ${record.dataDir}, whose database is in ${record.cluster}. Use that data folder, or delete ${fileOf(dataDir)} to begin with an empty database.`,
    );
  }
  return { ...record, dataDir };
}

export function writeRecord(record: DatabaseRecord): void {
  const file = fileOf(record.dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

export const newPassword = (): string => randomBytes(24).toString('base64url');
