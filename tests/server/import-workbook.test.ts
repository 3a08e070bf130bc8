import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../server/features/import/table-file.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { imported, sendCustomers, sendFile } from '../support/import.js';
import { startServer, type TestServer } from '../support/server.js';
import { type Cell, workbook, zip } from '../support/workbook.js';

/** What a file holds, from its header on. */
async function rowsOf(file: Buffer, sheet: string | null = null): Promise<string[][]> {
  async function* pieces() {
    for (let at = 0; at < file.length; at += 1_000) yield file.subarray(at, at + 1_000);
  }
  const { rows } = await openTable(pieces(), { sheet });
  const found: string[][] = [];
  for await (const { cells } of rows) found.push(cells);
  return found;
}

const sheetOf = (rows: Cell[][], how: Parameters<typeof workbook>[1] = {}) => rowsOf(workbook({ Clients: rows }, how));
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    ({ code }) => code,
  );

describe('what stands in a cell', () => {
  test('numbers keep the digits they are shown with', async () => {
    const zeros = [
      { n: 1000, style: 2 },
      { n: 298001122, style: 3 },
      { n: 1234.5, style: 4 },
      73282932000074,
      { xml: '<c><v>7.3282932000074E13</v></c>' },
      0.1 + 0.2,
    ];
    expect(await sheetOf([['a', 'b', 'c', 'd', 'e', 'f'], zeros])).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['01000', '0298001122', '1234.5', '73282932000074', '73282932000074', '0.3'],
    ]);
  });

  test('dates are days, counted from 1900 or from 1904', async () => {
    const days = [{ n: 43_499, style: 1 }, { n: 43_499.75, style: 5 }, { n: 59, style: 1 }, { n: 61, style: 1 }, 43_499];
    const header = ['a', 'b', 'c', 'd', 'e'];
    expect((await sheetOf([header, days]))[1]).toEqual([
      '2019-02-03',
      '2019-02-03 18:00:00',
      '1900-02-28',
      '1900-03-01',
      '43499',
    ]);
    expect((await sheetOf([header, days], { from1904: true }))[1].slice(0, 2)).toEqual(['2023-02-04', '2023-02-04 18:00:00']);
  });

  test('of a formula the value that was kept; texts of several pieces; what is true', async () => {
    const cells = [
      { xml: '<c t="str"><f>HYPERLINK("http://evil.example","x")</f><v>Armor</v></c>' },
      { xml: '<c><f>1+1</f></c>' },
      { xml: '<c t="s"><v>1</v></c>' },
      { xml: '<c t="b"><v>1</v></c>' },
      { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
      { xml: '<c t="inlineStr"><is><r><t>Le </t></r><r><t>Gall</t></r><rPh><t>no</t></rPh></is></c>' },
    ];
    const sharedStrings = '<sst><si><t>zéro</t></si><si><r><t>A&amp;</t></r><r><t>B</t></r><rPh><t>lu</t></rPh></si></sst>';
    expect((await sheetOf([['a', 'b', 'c', 'd', 'e', 'f'], cells], { sharedStrings }))[1]).toEqual([
      'Armor',
      '',
      'A&B',
      'true',
      '#DIV/0!',
      'Le Gall',
    ]);
  });

  test('cells that are left out, rows that are empty, merged cells, notes beside the table', async () => {
    const sparse =
      '<c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="C2" t="inlineStr"><is><t>z</t></is></c><c r="XFD2"><v>9</v></c>';
    const tail = '<mergeCells><mergeCell ref="A4:A5"/></mergeCells>';
    expect(
      await sheetOf([['a', 'b', 'c', '', ''], [{ xml: sparse }], ['', ''], ['fusionné', '1', ''], ['', '2', '', 'note']], {
        tail,
      }),
    ).toEqual([
      ['a', 'b', 'c'],
      ['x', '', 'z'],
      ['fusionné', '1', ''],
      ['', '2', ''],
    ]);
  });

  test('of several sheets the first that is shown, or the one that is named', async () => {
    const file = workbook(
      { Caché: [['a'], ['1']], 'Clients & co': [['b'], ['2']], Autres: [['c'], ['3']] },
      { hidden: ['Caché'] },
    );
    expect(await rowsOf(file)).toEqual([['b'], ['2']]);
    expect(await rowsOf(file, 'Autres')).toEqual([['c'], ['3']]);
    expect(await rowsOf(file, 'Caché')).toEqual([['a'], ['1']]);
    expect(await codeOf(rowsOf(file, 'Nulle part'))).toBe('UNKNOWN_SHEET');
  });
});

describe('a workbook that means harm, or is broken', () => {
  const bombed = (text: string | Buffer, claims?: number) =>
    workbook({ Clients: [['a']] }, { parts: { 'xl/worksheets/sheet1.xml': { text, claims } } });
  const blanks = Buffer.alloc(60_000_000, ' ');

  test.each([
    ['much larger unpacked than packed', () => bombed(blanks), 'WORKBOOK_TOO_LARGE'],
    ['larger than it says', () => bombed(blanks, 5_000), 'BAD_WORKBOOK'],
    [
      'texts that would fill the memory',
      () => workbook({ Clients: [['a']] }, { parts: { 'xl/sharedStrings.xml': { text: '<sst/>', claims: 60_000_000 } } }),
      'WORKBOOK_TOO_LARGE',
    ],
    [
      'one cell without an end',
      () => bombed(`<worksheet><sheetData><row><c t="inlineStr"><is><t>${'x'.repeat(3_000_000)}`),
      'BAD_WORKBOOK',
    ],
    [
      'entities that grow',
      () => bombed('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>'),
      'BAD_WORKBOOK',
    ],
    [
      'a file outside, asked for',
      () => bombed('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'),
      'BAD_WORKBOOK',
    ],
    ['XML that breaks off', () => bombed('<worksheet><sheetData><row><c><v>1'), 'BAD_WORKBOOK'],
    ['an archive of something else', () => zip({ 'word/document.xml': '<w/>' }), 'BAD_WORKBOOK'],
    ['half an archive', () => workbook({ Clients: [['a'], ['1']] }).subarray(0, 400), 'BAD_WORKBOOK'],
    ['no sheet at all', () => workbook({}), 'BAD_WORKBOOK'],
    ['an old workbook, or a locked one', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'NOT_TEXT'],
  ])('%s', async (_what, file, code) => {
    const before = process.memoryUsage.rss();
    expect(await codeOf(rowsOf(file()))).toBe(code);
    expect(process.memoryUsage.rss() - before).toBeLessThan(250_000_000);
  });
});

describe('customers in a workbook', () => {
  let server: TestServer;
  let manager: TestPerson;

  beforeAll(async () => {
    server = await startServer({ jobs: true });
    manager = await person(server, 'manager');
  });
  afterAll(() => server.stop());

  test.each(['fr.csv', 'fr.xlsx', 'en.csv', 'en.xlsx'])('the sample to fill in is recognised as it is: %s', async (name) => {
    const file = readFileSync(join(import.meta.dirname, '../../portals/superadmin/import/sample', `customers.${name}`));
    const run = await imported(server, manager, file, { dryRun: true }, sendCustomers);
    expect(run).toMatchObject({ status: 'DONE', read: 3, customers: 2, refusals: { nodes: [] } });
    const PREVIEW =
      'query ($input: CustomerImportPreviewInput!) { it: customerImportPreview(input: $input) { headers columns { column } } }';
    const { it } = (await sendFile(server, manager, PREVIEW, file, {}, name)).data;
    expect(it.columns).toHaveLength(it.headers.length);
  });

  test('come by the same rules; the same workbook twice changes nothing', async () => {
    const file = workbook({
      Lisez: [['Mode d’emploi']],
      Clients: [
        ['Code client', 'Société', 'SIRET', 'CP', 'Ville', 'Rue', 'Téléphone', 'Créé le', 'Contact'],
        [
          'X-1',
          'Armor Froid',
          73282932000074,
          { n: 1000, style: 2 },
          'Bourg-en-Bresse',
          '1 rue Haute',
          { n: 298001122, style: 3 },
          { n: 43_499, style: 1 },
          'Anne',
        ],
        ['X-2', 'Sans zéro', '', 1000, 'Bourg-en-Bresse', '1 rue Haute', '', '', ''],
        ['X-3', { xml: '<c t="e"><v>#N/A</v></c>' }, '', '', '', '', '', '', ''],
        ['X-4', 'Abrégé', '7,32829E+13', '', '', '', '', '', ''],
      ],
    });
    const brought = () =>
      imported(server, manager, file, { sheet: 'Clients' }, (a, b, c, input) => sendCustomers(a, b, c, input, 'clients.xlsx'));
    const run = await brought();
    expect(run).toMatchObject({ status: 'DONE', read: 4, created: 1, refusedTotal: 3 });
    expect(run.refusals.nodes.map(({ line, code }: Record<string, unknown>) => [line, code])).toEqual([
      [3, 'LOST_ZERO'],
      [4, 'SPREADSHEET_ERROR'],
      [5, 'SHORTENED_NUMBER'],
    ]);
    expect(await brought()).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const asked = '{ searchCustomers(search: "Armor") { siret phone createdAt addresses { postalCode } } }';
    expect((await server.ask(manager, asked)).data.searchCustomers).toEqual([
      {
        siret: '73282932000074',
        phone: '+33298001122',
        createdAt: '2019-02-02T23:00:00.000Z',
        addresses: [{ postalCode: '01000' }],
      },
    ]);
  });

  test('orders come so too', async () => {
    const file = workbook({
      Commandes: [
        ['number', 'date', 'customer', 'quantity', 'price'],
        ['W-1', { n: 43_499, style: 1 }, 'X-1', 2, 12.5],
      ],
    });
    expect(await imported(server, manager, file)).toMatchObject({ status: 'DONE', created: 1 });
    const asked = '{ orders(filter: { number: "W-1" }) { nodes { totalCents placedAt customer { name } } } }';
    expect((await server.ask(manager, asked)).data.orders.nodes).toEqual([
      { totalCents: 2_500, placedAt: '2019-02-02T23:00:00.000Z', customer: { name: 'Armor Froid' } },
    ]);
  });
});
