import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { askExport, EXPORT_RUN, ended, exported, fetched, fileOf } from '../support/export.js';
import { customer } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';
import { unzipped } from '../support/zip.js';

let server: TestServer;
let manager: TestPerson;
let other: TestPerson;
let admin: TestPerson;

/** With so long a note each that all at once they would take more memory than a hundred thousand usual ones. */
const MANY = 20_000;
const CANCEL = `mutation ($input: CancelExportInput!) { cancelExport(input: $input) { exportRun { id status } userErrors { code } } }`;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [manager, other, admin] = [await person(server, 'manager'), await person(server, 'manager'), await person(server, 'admin')];
});
afterAll(() => server.stop());

/** The files in the storage, by their keys. */
const stored = () =>
  readdirSync(join(server.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const runOf = async (id: string, who = manager) => (await server.ask(who, EXPORT_RUN, { id })).data.exportRun;

describe('a list', () => {
  test('is the rows that were picked, or those that a filter shows', async () => {
    const [a, b, c] = [
      await customer(server, { name: 'Zèbre A', tags: ['zoo'] }),
      await customer(server, { name: 'Zèbre B', tags: ['zoo'], email: '+cmd@test.example' }),
      await customer(server, { name: 'Zèbre C', status: 'INACTIVE' as never, tags: ['zoo'] }),
    ];
    const picked = JSON.parse(
      (await fileOf(server, manager, 'exportCustomers', { format: 'JSON', ids: [a.id, c.id] })).toString(),
    );
    expect(picked.customers.map(({ name }: { name: string }) => name)).toEqual(['Zèbre A', 'Zèbre C']);
    const filter = { tags: ['zoo'], status: 'ACTIVE', createdFrom: '2020-01-01T00:00:00Z', search: 'zebre' };
    const text = (await fileOf(server, manager, 'exportCustomers', { format: 'CSV', filter })).toString();
    const rows = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.Nom, row['E-mail'], row.Statut])).toEqual([
      ['Zèbre A', '', 'Actif'],
      ['Zèbre B', "'+cmd@test.example", 'Actif'],
    ]);
    expect(rows[0].Référence).toBe(a.reference);
    expect(b.id).toBeDefined();
  });

  test('holds no column that its maker may not read', async () => {
    await server.database.query(`insert into role (key, name, reach, rank, permissions) values ('bulk', 'x', 'staff', 35, $1)`, [
      ['viewer.read', 'customer.read', 'customer.export', 'customer.exportMany'],
    ]);
    const { customers } = JSON.parse(
      (
        await fileOf(server, await person(server, 'bulk'), 'exportCustomers', { format: 'JSON', filter: { tags: ['zoo'] } })
      ).toString(),
    );
    expect(customers).toHaveLength(3);
    for (const hidden of ['tags', 'internalNote', 'balanceCents']) expect(customers[0]).not.toHaveProperty(hidden);
  });

  test('is refused as PDF, and where one row is not theirs to see; two at once are two files', async () => {
    const pdf = await askExport(server, manager, 'exportCustomers', { format: 'PDF' });
    expect(pdf.data.exportCustomers.userErrors).toMatchObject([{ path: ['input', 'format'], code: 'PDF_OF_ONE' }]);
    const foreign = await askExport(server, manager, 'exportCustomers', { format: 'CSV', ids: [manager.id] });
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    const before = stored().length;
    const both = await Promise.all(
      ['CSV', 'XLSX'].map((format) => exported(server, manager, 'exportCustomers', { format, filter: { tags: ['zoo'] } })),
    );
    expect(both.map(({ status }) => status)).toEqual(['DONE', 'DONE']);
    expect(stored().length).toBe(before + 2);
  });
});

describe('its file', () => {
  test('is fetched by whoever made it, by an address that is not altered, while it is there', async () => {
    const run = await exported(server, manager, 'exportCustomers', { format: 'CSV', filter: { tags: ['zoo'] } });
    const answer = await fetched(server, run.downloadUrl);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(`attachment; filename="${run.fileName}"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.bytes).toHaveLength(run.size);

    const another = await exported(server, other, 'exportCustomers', { format: 'CSV', filter: { tags: ['zoo'] } });
    expect((await fetched(server, run.downloadUrl.replace(run.id, another.id))).status).toBe(403);
    expect((await fetched(server, run.downloadUrl.replace(manager.id, other.id))).status).toBe(403);
    expect((await fetched(server, run.downloadUrl.replace(/expires=\d+/, 'expires=4102444800'))).status).toBe(403);

    // Somebody else’s run is not there; who administers sees it, and gets no file.
    expect(await runOf(run.id, other)).toBeNull();
    expect(codesOf(await server.ask(other, CANCEL, { input: { id: run.id } }))).toEqual(['NOT_FOUND']);
    expect(await runOf(run.id, admin)).toMatchObject({ id: run.id, downloadUrl: null });

    await server.database.query(`update export_run set expires_at = now() where id = $1`, [run.id]);
    expect((await fetched(server, run.downloadUrl)).status).toBe(404);
    await server.database.query(`select graphile_worker.add_job('expireExports')`);
    await expect.poll(async () => (await runOf(run.id)).status).toBe('EXPIRED');
    const [{ key }] = await server.database.query('select storage_key as key from export_run where id = $1', [another.id]);
    await expect.poll(() => stored().map(({ name }) => name)).toContain(key.split('/').at(-1));
    expect(await runOf(run.id)).toMatchObject({ downloadUrl: null, size: answer.bytes.length });

    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [other.id]);
    expect((await fetched(server, another.downloadUrl)).status).toBe(404);
  });

  test('is written from the start where a process died, and that is told', async () => {
    const { id } = (await askExport(server, manager, 'exportCustomers', { format: 'CSV', filter: { tags: ['none'] } })).data
      .exportCustomers.exportRun;
    await ended(server, manager, id);
    // As a killed process leaves it.
    await server.database.query(
      `update export_run set status = 'RUNNING', storage_key = null, size = null, done_rows = 7, finished_at = null where id = $1`,
      [id],
    );
    await server.database.query(`select graphile_worker.add_job('writeExport', $1::json)`, [JSON.stringify({ exportRunId: id })]);
    expect(await ended(server, manager, id)).toMatchObject({ status: 'DONE', attempts: 2, doneRows: 0, totalRows: 0 });
  });
});

describe('very many customers', () => {
  beforeAll(async () => {
    await server.asSuperuser(`
      insert into customer (reference, kind, name, email, tags, internal_note)
      select 'B-' || n, 'COMPANY', 'Maison ' || n, 'm' || n || '@test.example', '{bulk}', repeat('note ', 400) from generate_series(1, ${MANY}) n`);
    await server.asSuperuser('analyze customer');
  }, 120_000);

  test('take a file, progress that is told, and hardly any memory', { timeout: 180_000 }, async () => {
    const live = socket(server, manager);
    const { told } = live.subscribe('subscription { exportRunChanged { id status doneRows totalRows } }');
    for (const format of ['CSV', 'XLSX']) {
      const before = held();
      let most = 0;
      const look = setInterval(() => {
        most = Math.max(most, held() - before);
      }, 200);
      const run = await exported(server, manager, 'exportCustomers', { format, filter: { tags: ['bulk'] } });
      clearInterval(look);
      expect(run).toMatchObject({ status: 'DONE', totalRows: MANY, doneRows: MANY });
      // All rows at once are 40 MB as text alone, and several times that as objects: what is held is a page or two.
      expect(most).toBeLessThan(24_000_000);
      const { bytes } = await fetched(server, run.downloadUrl);
      const lines = format === 'CSV' ? bytes.toString().split('\r\n').length - 2 : rowsOf(bytes) - 1;
      expect(lines).toBe(MANY);
    }
    const progress = told.map(({ data }) => data.exportRunChanged).filter(({ status }) => status === 'RUNNING');
    expect(progress.some(({ doneRows }) => doneRows > 0 && doneRows < MANY)).toBe(true);
    await live.client.dispose();
  });

  test('leave no file where it was cancelled half-way', async () => {
    const before = stored().length;
    const asked = await askExport(server, manager, 'exportCustomers', { format: 'XLSX', filter: { tags: ['bulk'] } });
    const { id } = asked.data.exportCustomers.exportRun;
    await expect.poll(async () => (await runOf(id)).doneRows, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
    expect((await runOf(id)).viewerCan).toEqual({ cancel: true });
    const cancelled = await server.ask(manager, CANCEL, { input: { id } });
    expect(cancelled.data.cancelExport).toEqual({ exportRun: { id, status: 'CANCELLED' }, userErrors: [] });
    const waiting = () => server.database.query(`select 1 from graphile_worker.jobs where task_identifier = 'writeExport'`);
    await expect.poll(async () => (await waiting()).length, { timeout: 20_000, interval: 50 }).toBe(0);
    expect(await runOf(id)).toMatchObject({ status: 'CANCELLED', size: null, downloadUrl: null });
    expect(stored().length).toBe(before);
    const again = await server.ask(manager, CANCEL, { input: { id } });
    expect(again.data.cancelExport.userErrors).toEqual([{ code: 'EXPORT_OVER' }]);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The bytes that are in use, whatever nobody collected yet. */
function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const rowsOf = (workbook: Buffer): number => unzipped(workbook)['xl/worksheets/sheet1.xml'].split('<row>').length - 1;
