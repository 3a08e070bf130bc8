import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { imported, orderFile, RUN, sendOrders } from '../support/import.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
});
afterAll(() => server.stop());

const orderNumbered = async (number: string) =>
  (
    await server.ask(
      manager,
      `query ($number: String) { orders(filter: { number: $number }) { nodes { number status totalCents currency placedAt lineCount
        email name country customer { id name email reference } lines { position sku description quantity unitPriceCents totalCents } } } }`,
      { number },
    )
  ).data.orders.nodes.find((order: { number: string }) => order.number === number);

const file = (rows: string[], header = 'number,date,customer,quantity,price') => [header, ...rows].join('\n');

describe('a file of a shop', () => {
  test('becomes orders, lines and customers', async () => {
    const run = await imported(server, manager, orderFile('shop.csv'));
    expect(run).toMatchObject({
      status: 'DONE',
      read: 9,
      orders: 5,
      customers: 3,
      created: 4,
      updated: 0,
      unchanged: 0,
      refusedTotal: 3,
    });
    expect(run.createdBy.id).toBe(manager.id);
    expect(run.refusals.nodes).toMatchObject([
      { line: 5, code: 'NOT_POSITIVE_QUANTITY', value: '0 × 9.90' },
      {
        line: 7,
        code: 'NOT_POSITIVE_PRICE',
        value: '1 × 0',
        message: 'Le prix n’est pas positif dans une commande non annulée (1 × 0).',
      },
      { line: 10, code: 'NOT_POSITIVE_PRICE' },
    ]);
    const bowl = { sku: 'BOL-01', description: 'Bol en grès, émaillé', quantity: 6, unitPriceCents: 1_250, totalCents: 7_500 };
    const cup = { sku: 'TAS-02', description: 'Tasse bleue', quantity: 12, unitPriceCents: 795, totalCents: 9_540 };
    // Its third line stands apart in the file, and is equal to the second: all three are kept.
    expect(await orderNumbered('7001')).toMatchObject({
      status: 'CONFIRMED',
      totalCents: 26_580,
      currency: 'EUR',
      placedAt: '2026-03-02T08:15:00.000Z',
      country: 'France',
      email: 'contact@crepes.example',
      customer: { name: 'Crêperie du Port', email: 'contact@crepes.example', reference: expect.stringMatching(/^C-\d{5}$/) },
      lines: [
        { position: 1, ...bowl },
        { position: 2, ...cup },
        { position: 3, ...cup },
      ],
    });
    expect(await orderNumbered('7002')).toMatchObject({ status: 'CONFIRMED', totalCents: 2_500, customer: null });
    expect(await orderNumbered('7003')).toMatchObject({ lineCount: 1, totalCents: 3_960, customer: { name: 'Client C200' } });
    expect(await orderNumbered('C7004')).toMatchObject({ status: 'CANCELLED', totalCents: -2_500, lines: [{ quantity: -2 }] });
    expect(await orderNumbered('7005')).toBeUndefined();
  });

  test('a second time changes nothing; a line more changes one order', async () => {
    const again = await imported(server, manager, orderFile('shop.csv'));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 4, refusedTotal: 3 });
    const more = `${orderFile('shop.csv')}7002,TAS-02,Tasse bleue,1,2026-03-03 14:02:00,7.95,,France,,\n`;
    expect(await imported(server, manager, more)).toMatchObject({ created: 0, updated: 1, unchanged: 3 });
    expect(await orderNumbered('7002')).toMatchObject({
      totalCents: 3_295,
      lines: [{ position: 1 }, { position: 2, sku: 'TAS-02' }],
    });
  });

  test('what a person wrote or linked by hand is not undone', async () => {
    const { customer } = await orderNumbered('7001');
    await server.database.query(`update customer set email = 'nouveau@crepes.example', name = 'Crêperie' where id = $1`, [
      customer.id,
    ]);
    await server.database.query(`update "order" set customer_id = $1 where number = '7002'`, [customer.id]);
    await imported(server, manager, orderFile('shop.csv'));
    expect(await orderNumbered('7001')).toMatchObject({ customer: { name: 'Crêperie', email: 'nouveau@crepes.example' } });
    expect(await orderNumbered('7002')).toMatchObject({ totalCents: 2_500, customer: { id: customer.id } });
  });

  test('a trial run says what would happen, and writes nothing', async () => {
    const trial = await imported(server, manager, file(['DRY-1,2026-03-01,D1,1,5', '7001,2026-03-01,C100,1,5']), {
      dryRun: true,
    });
    expect(trial).toMatchObject({ status: 'DONE', dryRun: true, read: 2, created: 1, updated: 1 });
    expect(await orderNumbered('DRY-1')).toBeUndefined();
    expect(await orderNumbered('7001')).toMatchObject({ totalCents: 26_580 });
  });

  test('the refused lines come as a CSV that no spreadsheet runs', async () => {
    const run = await imported(server, manager, file(['R-1,2026-03-01,,1,=1+1', 'R-1,demain,,1,2']));
    const response = await fetch(`${server.origin}${run.reportUrl}`, { headers: { 'accept-language': 'en' } });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.text()).toBe(
      'line,code,message\n2,BAD_PRICE,The price “=1+1” is not a number.\n' +
        '3,BAD_DATE,The date “demain” does not exist or can’t be read: write 2026-11-20 or 20/11/2026.\n',
    );
    expect((await fetch(`${server.origin}${run.reportUrl.replace(run.id, 'ffffffff-ffff-7fff-bfff-ffffffffffff')}`)).status).toBe(
      403,
    );
  });

  test('its progress is told as it goes, and its end to whoever sent it', async () => {
    // Another import is under way, so that this one waits until somebody listens.
    const other = server.database.createQueryRunner();
    await other.query('select pg_advisory_lock(7310010)');
    const sent = await sendOrders(server, manager, file(Array.from({ length: 8_000 }, (_, i) => `L${i},2026-03-01,,1,5`)));
    const { id } = sent.data.it.importRun;
    const { client, subscribe } = socket(server, manager);
    const live = subscribe('subscription ($id: ID!) { importRunChanged(id: $id) { status progress read } }', { id });
    await expect
      .poll(async () => {
        await other.query(`select pg_notify('prisme', $1)`, [JSON.stringify({ topic: 'importRun', id })]);
        return live.told.length;
      })
      .toBeGreaterThan(0);
    await other.query('select pg_advisory_unlock(7310010)');
    await other.release();
    await expect
      .poll(() => live.told.at(-1)?.data.importRunChanged, { timeout: 20_000 })
      .toEqual({ status: 'DONE', progress: 1, read: 8_000 });
    expect(live.told.some(({ data }) => data.importRunChanged.status === 'RUNNING')).toBe(true);
    live.stop();
    await client.dispose();
    const { notifications } = (await server.ask(manager, '{ notifications { nodes { kind link } } }')).data;
    expect(notifications.nodes).toContainEqual({ kind: 'IMPORT_FINISHED', link: `/imports/${id}` });
  });
});

test('a line that can’t be an order’s is refused with its number, the others are kept', async () => {
  const run = await imported(
    server,
    manager,
    file([
      'B-1,2026-03-01,X,1,5',
      ',2026-03-01,X,1,5',
      'B-1,2026-02-30,X,1,5',
      'B-1,2026-03-01,X,deux,5',
      'B-1,2026-03-01,X,1,',
      'B-1,2026-03-01,X,1',
      'B-1,2026-03-01,X,1,5\0',
      `B-1,2026-03-01,${'x'.repeat(10_000)},1,5`,
      'B-1,2026-03-01,X,999999999999,999999999999',
      `B-1,2026-03-01,X,1,${2 ** 53}`,
      'B-1,2026-03-01,Y,1,5',
    ]),
  );
  expect(run).toMatchObject({ status: 'DONE', read: 11, created: 1, refusedTotal: 10 });
  expect(run.refusals.nodes.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
    [3, 'NO_ORDER_NUMBER'],
    [4, 'BAD_DATE'],
    [5, 'BAD_QUANTITY'],
    [6, 'BAD_PRICE'],
    [7, 'WRONG_COLUMN_COUNT'],
    [8, 'BAD_CHARACTER'],
    [9, 'TEXT_TOO_LONG'],
    [10, 'LINE_AMOUNT_TOO_LARGE'],
    [11, 'BAD_PRICE'],
    [12, 'OTHER_CUSTOMER'],
  ]);
});

test('what is wrong with the request is said at its field', async () => {
  const errorOf = async (content: string, input: object) => (await sendOrders(server, manager, content, input)).data.it;
  const runs = async () => (await server.ask(manager, '{ importRuns { totalCount } }')).data.importRuns.totalCount;
  const before = await runs();
  expect(await errorOf('a', { currency: 'ZZZ' })).toMatchObject({
    importRun: null,
    userErrors: [{ path: ['input', 'currency'], code: 'UNKNOWN_CURRENCY' }],
  });
  expect(await errorOf('a', { timeZone: 'Mars/Base' })).toMatchObject({
    userErrors: [{ path: ['input', 'timeZone'], code: 'UNKNOWN_TIME_ZONE' }],
  });
  expect(await errorOf('a', { mapping: [{ field: 'colour', column: 'x' }] })).toMatchObject({
    userErrors: [{ path: ['input', 'mapping', '0', 'field'], code: 'UNKNOWN_FIELD' }],
  });
  expect(await errorOf('', {})).toMatchObject({ userErrors: [{ path: ['input', 'file'], code: 'EMPTY_IMPORT_FILE' }] });
  expect(await runs()).toBe(before);
});

test('only who may import does, and sees imports', async () => {
  const { id } = await imported(server, manager, orderFile('shop.csv'));
  const asked = '{ importRuns { totalCount } }';
  for (const role of ['staff', 'client', 'revendeur', 'prestataire']) {
    const other = await person(server, role);
    expect(codesOf(await sendOrders(server, other, orderFile('shop.csv')))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(other, asked))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(other, RUN, { id }))).toEqual(['FORBIDDEN']);
  }
  expect(codesOf(await server.ask(null, asked))).toEqual(['UNAUTHENTICATED']);
});
