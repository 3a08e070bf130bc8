import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { imported } from '../support/import.js';
import { startServer, type TestServer } from '../support/server.js';

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

test.each([
  ['a missing column', 'number,date,customer,quantity\nF-1,2026-03-01,X,1', 'Il manque la colonne « unitPrice »'],
  ['a separator nobody uses', 'number:date:quantity:price\nF-1:2026-03-01:1:5', 'Il manque la colonne « number »'],
  ['a quote never closed', file(['F-1,2026-03-01,X,1,5', 'F-2,2026-03-01,"X,1,5', 'F-3,2026-03-01,X,1,5']), 'Ligne 3'],
  ['a line without an end', file([`F-1,2026-03-01,${'x'.repeat(1_500_000)}`]), 'Ligne 2'],
  ['a workbook', Buffer.from('PK\x03\x04rest of a workbook', 'latin1'), 'Le classeur est abîmé'],
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
