import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { order } from '../support/factories/order.factory.js';
import { type LinkWorld, linkWorld } from '../support/order-links.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: LinkWorld;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  world = await linkWorld(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query(`delete from "order"`);
  await server.database.query('delete from order_link_run');
});

const root = join(import.meta.dirname, '../..');

test('an import is followed by a look at what it brought, and the command looks at the rest', async () => {
  const { manager, dupont, ownerOf, written } = world;
  const body = new FormData();
  const query = 'mutation ($file: Upload!) { importOrders(input: { file: $file }) { importRun { id } userErrors { code } } }';
  body.set('operations', JSON.stringify({ query, variables: { file: null } }));
  body.set('map', '{"0":["variables.file"]}');
  const csv =
    'number,date,email,name,city,postcode,sku,quantity,price\nIMP-1,2026-03-01,jean.dupont@gmail.com,Jean Dupont,Lyon,69003,A,1,10\n';
  body.set('0', new Blob([csv], { type: 'text/csv' }), 'orders.csv');
  const sent = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${manager.token}`, 'apollo-require-preflight': '1' },
    body,
  });
  expect((await sent.json()).data.importOrders.userErrors).toEqual([]);
  await expect.poll(async () => ownerOf('IMP-1').catch(() => null), { timeout: 30_000 }).toBe(dupont.id);
  const run = async () => (await server.database.query('select origin, status, seen, linked from order_link_run'))[0];
  await expect.poll(run, { timeout: 30_000 }).toEqual({ origin: 'IMPORT', status: 'DONE', seen: 1, linked: 1 });

  await order(server, { number: 'CLI', phone: '0698001122' });
  const command = async (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: server.databaseUrl, DATA_DIR: server.config.dataDir, LANG: 'en', LC_ALL: '' };
    const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'orders-link', ...args], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    const status = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await status, out, error };
  };
  const before = await written();
  const trial = await command('--dry-run', '--json');
  expect(JSON.parse(trial.out)).toMatchObject({
    seen: 1,
    linked: 1,
    dryRun: true,
    changes: [{ number: 'CLI', customer: 'Jean Dupont' }],
  });
  expect(await written()).toEqual(before);
  expect(await server.database.query('select from order_link_run')).toHaveLength(1);
  expect((await command('--json')).status).toBe(0);
  expect(await ownerOf('CLI')).toBe(dupont.id);
  expect((await command('--bar', '3')).status).toBe(2);
}, 120_000);
