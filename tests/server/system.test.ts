import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const STATUS = `{ systemStatus { version nodeVersion startedAt memoryBytes listening storage
  database { version sizeBytes connections maxConnections startedAt lastMigration }
  jobs { queued running failed oldestDueAt } mails { queued sent kept failed } } }`;

test('an administrator reads what is so', async () => {
  const admin = await person(server, 'admin');
  await server.database.query(`select graphile_worker.add_job('nothing', '{}'::json, run_at => now() - interval '1 hour')`);
  await server.database.query(`select graphile_worker.add_job('later', '{}'::json, run_at => now() + interval '1 hour')`);
  const { data, errors } = await server.ask(admin, STATUS);
  expect(errors).toBeUndefined();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(data.systemStatus).toMatchObject({
    version,
    nodeVersion: process.versions.node,
    listening: true,
    storage: 'FOLDER',
    jobs: { queued: 2, running: 0, failed: 0, oldestDueAt: expect.any(String) },
    mails: { queued: 0, sent: 0, kept: 0, failed: 0 },
  });
  const { database, memoryBytes } = data.systemStatus;
  const [{ size, last }] = await server.database.query(
    `select pg_database_size(current_database())::float8 as size, (select name from migrations order by id desc limit 1) as last`,
  );
  expect(database.version).toMatch(/^18\./);
  expect(database.lastMigration).toBe(last);
  expect(Math.abs(database.sizeBytes - size)).toBeLessThan(5_000_000);
  expect(database.connections).toBeGreaterThan(0);
  expect(memoryBytes).toBeGreaterThan(10_000_000);
});

test('nobody else does', async () => {
  for (const role of ['client', 'prestataire', 'revendeur', 'staff', 'manager'])
    expect(codesOf(await server.ask(await person(server, role), STATUS))).toEqual(['FORBIDDEN']);
  expect(codesOf(await server.ask(null, STATUS))).toEqual(['UNAUTHENTICATED']);
});
