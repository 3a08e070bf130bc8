import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/core/database/embedded-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; ownerUrl: string; superuserUrl: string };
  }
}

/** One PostgreSQL for the whole run, in a folder that goes away with it. Each test file makes a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prisme-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} });
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  // Nothing of this outlives the run.
  for (const setting of ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'])
    await client.query(`alter system set ${setting}`);
  await client.query('select pg_reload_conf()');
  await client.end();
  const { url, ownerUrl, superuserUrl } = postgres;
  project.provide('postgres', { url, ownerUrl, superuserUrl });
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
