import { gzipSync } from 'node:zlib';
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
    const { id } = sent.data.importOrders.importRun;
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

describe('however it was written', () => {
  const text = 'N° commande;Date;Code client;Nom;Quantité;Prix unitaire\n';
  const rows = (number: string) => `${text}${number};02/03/2026 09:05;F-${number};Épicerie “Là-bas” à Brest;1 200;1 234,56 €\n`;
  const expected = { placedAt: '2026-03-02T08:05:00.000Z', totalCents: 148_147_200, name: 'Épicerie “Là-bas” à Brest' };

  test.each([
    ['UTF-8 with a mark', (number: string) => Buffer.from(`\ufeff${rows(number)}`)],
    ['UTF-16', (number: string) => Buffer.from(`\ufeff${rows(number)}`, 'utf16le')],
    ['gzip', (number: string) => gzipSync(rows(number))],
    // What Windows-1252 has and Latin-1 has not: the typographic quotes.
    [
      'Windows-1252',
      (number: string) => Buffer.from(rows(number).replace('“', '\x93').replace('”', '\x94').replace('€', '\x80'), 'latin1'),
    ],
    ['old line ends', (number: string) => Buffer.from(rows(number).replaceAll('\n', '\r\n'))],
    ['tabs', (number: string) => Buffer.from(rows(number).replaceAll(';', '\t'))],
    ['bars', (number: string) => Buffer.from(rows(number).replaceAll(';', '|'))],
  ])('%s', async (name, write) => {
    const number = `E-${name.replace(/\W/g, '')}`;
    expect(await imported(server, manager, write(number))).toMatchObject({ status: 'DONE', created: 1, refusedTotal: 0 });
    expect(await orderNumbered(number)).toMatchObject(expected);
  });

  test('numbers with thousands, by the signs around them', async () => {
    const header = 'number,date,quantity,price';
    const run = await imported(
      server,
      manager,
      file(
        ['N-1,2026-03-01,"1,000","1,234.50"', 'N-1,2026-03-01,2,"2,5"', 'N-1,2026-03-01,1.5,0.335', 'N-1,2026-03-01,1,1.234.5'],
        header,
      ),
    );
    expect(run.refusals.nodes).toMatchObject([{ line: 5, code: 'BAD_PRICE', value: '1.234.5' }]);
    expect((await orderNumbered('N-1')).lines).toMatchObject([
      { quantity: 1_000, unitPriceCents: 123_450, totalCents: 123_450_000 },
      { quantity: 2, unitPriceCents: 250, totalCents: 500 },
      { quantity: 1.5, unitPriceCents: 34, totalCents: 50 },
    ]);
  });

  test('the file as a whole shows whether the day or the month comes first', async () => {
    await imported(server, manager, file(['D-1,12/1/2010 8:26,,1,5', 'D-1,12/01/2010 8:27,,1,5', 'D-2,12/13/2010,,1,5']));
    expect(await orderNumbered('D-1')).toMatchObject({ placedAt: '2010-12-01T07:26:00.000Z' });
    await imported(server, manager, file(['D-3,2/3/2010,,1,5']));
    expect(await orderNumbered('D-3')).toMatchObject({ placedAt: '2010-03-01T23:00:00.000Z' });
    await imported(server, manager, file(['D-4,2/3/2010,,1,5', 'D-5,2010-07-01T10:00:00+02:00,,1,5']), {
      dates: 'MONTH_FIRST',
      timeZone: 'UTC',
    });
    expect(await orderNumbered('D-4')).toMatchObject({ placedAt: '2010-02-03T00:00:00.000Z' });
    expect(await orderNumbered('D-5')).toMatchObject({ placedAt: '2010-07-01T08:00:00.000Z' });
    const mixed = await imported(server, manager, file(['D-6,13/12/2010,,1,5', 'D-6,12/13/2010,,1,5']));
    expect(mixed).toMatchObject({ status: 'FAILED', error: expect.stringContaining('Les lignes 2 et 3') });
    expect(await orderNumbered('D-6')).toBeUndefined();
  });

  test('a status column, columns named by hand, another currency', async () => {
    const header = 'ref commande;quand;combien;à combien;Statut';
    const mapping = Object.entries({
      number: 'ref commande',
      placedAt: 'quand',
      quantity: 'combien',
      unitPrice: 'à combien',
    }).map(([field, column]) => ({ field, column }));
    const run = await imported(
      server,
      manager,
      file(
        [
          'S-1;2026-03-01;1;900;Annulée',
          'S-1;2026-03-01;-1;900;',
          'S-2;2026-03-01;1;900;en attente',
          'S-3;2026-03-01;1;900;bizarre',
        ],
        header,
      ),
      { mapping, currency: 'JPY' },
    );
    expect(run.refusals.nodes).toMatchObject([{ line: 5, code: 'BAD_STATUS', value: 'bizarre' }]);
    expect(await orderNumbered('S-1')).toMatchObject({ status: 'CANCELLED', totalCents: 0, lineCount: 2 });
    expect(await orderNumbered('S-2')).toMatchObject({ status: 'PENDING', totalCents: 900, currency: 'JPY' });
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

test.each([
  ['a missing column', 'number,date,customer,quantity\nF-1,2026-03-01,X,1', 'Il manque la colonne « unitPrice »'],
  ['a separator nobody uses', 'number:date:quantity:price\nF-1:2026-03-01:1:5', 'Il manque la colonne « number »'],
  ['a quote never closed', file(['F-1,2026-03-01,X,1,5', 'F-2,2026-03-01,"X,1,5', 'F-3,2026-03-01,X,1,5']), 'Ligne 3'],
  ['a line without an end', file([`F-1,2026-03-01,${'x'.repeat(1_500_000)}`]), 'Ligne 2'],
  ['a workbook', Buffer.from('PK\x03\x04rest of a workbook', 'latin1'), 'Ce n’est pas un fichier CSV'],
  [
    'half a gzip',
    gzipSync(file(Array.from({ length: 5_000 }, (_, i) => `F-${i},2026-03-01,X${i * 7919},1,5`))).subarray(0, 9_000),
    'Le fichier compressé est abîmé',
  ],
])('%s: nothing is imported, and the reason is said', async (_name, content, reason) => {
  const run = await imported(server, manager, content);
  expect(run).toMatchObject({ status: 'FAILED', created: 0, error: expect.stringContaining(reason) });
  expect(run.finishedAt).not.toBeNull();
  expect((await server.ask(manager, '{ orders(filter: { number: "F-" }) { totalCount } }')).data.orders.totalCount).toBe(0);
});

test('what is wrong with the request is said at its field', async () => {
  const errorOf = async (content: string, input: object) => (await sendOrders(server, manager, content, input)).data.importOrders;
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
  expect(await errorOf('', {})).toMatchObject({ userErrors: [{ path: ['input', 'file'], code: 'EMPTY_ORDER_FILE' }] });
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
