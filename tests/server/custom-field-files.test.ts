import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CustomFieldKind, CustomFieldSubject } from '../../server/features/custom-field/custom-field.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { fileOf } from '../support/export.js';
import { customField } from '../support/factories/custom-field.factory.js';
import { imported, sendCustomers } from '../support/import.js';
import { startServer, type TestServer } from '../support/server.js';
import { unzipped } from '../support/zip.js';

let server: TestServer;
let manager: TestPerson;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
  const of = async (key: string, labelFr: string, labelEn: string, more: object, choices: string[] = []) => {
    Object.assign(ids, (await customField(server, { key, labelFr, labelEn, ...more }, choices)).ids);
  };
  await of('power', 'Puissance (kW)', 'Power (kW)', { kind: CustomFieldKind.NUMBER, appliesTo: CustomFieldSubject.COMPANY });
  await of('until', 'Contrat jusqu’au', 'Contract until', { kind: CustomFieldKind.DATE });
  await of('gas', 'Fluide', 'Refrigerant', {}, ['Propane', 'R-404A']);
  await of('way_in', 'طريق الدخول', 'Way in', {});
});
afterAll(() => server.stop());

const brought = (content: string, input: object = {}) => imported(server, manager, content, input, sendCustomers);
const valuesOf = async (name: string) => {
  const rows = await server.database.query(
    `select f.key, coalesce(v.text, v.number::text, v.date::text, ch.label_fr) as said from custom_field_value v
     join custom_field f on f.id = v.field_id join customer c on c.id = v.customer_id left join custom_field_choice ch on ch.id = v.choice_id
     where c.name = $1`,
    [name],
  );
  return Object.fromEntries(rows.map((one: { key: string; said: string }) => [one.key, one.said]));
};

const HEADER = 'Référence;Type;Société;PUISSANCE (kw);Contract until;Fluide;way_in';

describe('a file of customers', () => {
  const file = [
    HEADER,
    'F-1;entreprise;Froid Un;1 234,5;31/12/2027;propane;مدخل من جهة الرصيف',
    'F-2;particulier;Froid Deux;;2027-01-02 00:00:00;R-404A (en);',
  ].join('\n');

  test('fills them in, known by label or key; the same file again changes nothing', async () => {
    expect(await brought(file)).toMatchObject({ status: 'DONE', created: 2, refusedTotal: 0 });
    expect(await valuesOf('Froid Un')).toEqual({
      power: '1234.5',
      until: '2027-12-31',
      gas: 'Propane',
      way_in: 'مدخل من جهة الرصيف',
    });
    expect(await valuesOf('Froid Deux')).toEqual({ until: '2027-01-02', gas: 'R-404A' });
    expect(await brought(file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const trail = await server.database.query(
      `select e.changes from audit_entry e join customer c on c.id = e.subject_id where c.name = 'Froid Un' order by e.id`,
    );
    expect(trail).toHaveLength(1);
    expect(trail[0].changes['customFields.power']).toEqual([null, '1234.5']);
  });

  test('changes what it says and leaves what it doesn’t; the record moves on once', async () => {
    await brought(file);
    const next = [HEADER, 'F-1;entreprise;Froid Un;12;;R-404A;'].join('\n');
    expect(await brought(next)).toMatchObject({ updated: 1 });
    expect(await valuesOf('Froid Un')).toMatchObject({ power: '12', until: '2027-12-31', gas: 'R-404A' });
    const [{ version }] = await server.database.query(`select version from customer where name = 'Froid Un'`);
    expect(version).toBe(2);
    expect(await brought(file, { existing: 'LEAVE' })).toMatchObject({ unchanged: 2 });
    expect(await valuesOf('Froid Un')).toMatchObject({ power: '12' });
  });

  test('a line that says what can’t be is refused, at its cell', async () => {
    await server.database.query('update custom_field_choice set retired = true where id = $1', [ids['R-404A']]);
    const run = await brought(
      [
        HEADER,
        'X-1;entreprise;Un;douze;30/02/2027;;',
        'X-2;particulier;Deux;12;;;',
        'X-3;;Trois;;;Ammoniac;',
        'X-4;;Quatre;;;R-404A;',
        `X-5;;Cinq;;;;${'x'.repeat(501)}`,
        'X-6;;Six;#N/A;;;',
        'X-7;;Sept;7;;;',
        'X-7;;Sept;8;;;',
      ].join('\n'),
    );
    await server.database.query('update custom_field_choice set retired = false where id = $1', [ids['R-404A']]);
    expect(run).toMatchObject({ created: 1, refusedTotal: 7 });
    const told = run.refusals.nodes.map(({ line, code, column }: { line: number; code: string; column: string }) => [
      line,
      code,
      column,
    ]);
    expect(told.sort((a: [number], b: [number]) => a[0] - b[0])).toEqual(
      expect.arrayContaining([
        [2, 'INVALID_NUMBER', 'PUISSANCE (kw)'],
        [2, 'INVALID_DAY', 'Contract until'],
        [3, 'FIELD_NOT_FOR_KIND', 'PUISSANCE (kw)'],
        [4, 'UNKNOWN_CHOICE', 'Fluide'],
        [5, 'CHOICE_RETIRED', 'Fluide'],
        [6, 'TEXT_TOO_LONG', 'way_in'],
        [7, 'SPREADSHEET_ERROR', 'PUISSANCE (kw)'],
        [9, 'OTHER_VALUES', null],
      ]),
    );
  });

  test('its columns are shown and named before it is sent; who fills in none is offered none', async () => {
    const query = `query ($input: CustomerImportPreviewInput!) { it: customerImportPreview(input: $input) {
      fields columns { field column } problem rows { mistakes { column code } } } }`;
    const rows = [
      ['Nom', 'kW', 'Fluide'],
      ['Armor', 'douze', 'Propane'],
    ];
    const mapping = [{ field: 'custom.power', column: 'kW' }];
    const { data } = await server.ask(manager, query, { input: { rows, mapping } });
    expect(data.it).toMatchObject({ problem: null, rows: [{ mistakes: [{ column: 1, code: 'INVALID_NUMBER' }] }] });
    expect(data.it.columns).toEqual(expect.arrayContaining([{ field: 'custom.gas', column: 2 }]));
    await server.database.query(
      `insert into role (key, name, reach, rank, permissions) values ('brings', 'x', 'staff', 35, $1)`,
      [['viewer.read', 'customer.read', 'customer.import']],
    );
    const other = await server.ask(await person(server, 'brings'), query, { input: { rows } });
    expect(other.data.it.fields).not.toContain('custom.power');
    expect(other.data.it.columns).toEqual([{ field: 'name', column: 0 }]);
    const unknown = await server.ask(manager, query, { input: { rows, mapping: [{ field: 'custom.nothing', column: 'kW' }] } });
    expect(unknown.data.it.problem).toContain('custom.nothing');
  });
});

describe('an export', () => {
  const filter = { customFields: [{ key: 'gas', choiceIds: [] as string[] }] };

  test('has a column for each, by its label, of those the filter shows', async () => {
    filter.customFields[0].choiceIds = [ids.Propane];
    await brought(
      [HEADER, 'E-1;entreprise;Export Un;-0,5;2027-12-31;Propane;=1+1', 'E-2;entreprise;Export Deux;;;R-404A;'].join('\n'),
    );
    const wanted = { customFields: [...filter.customFields, { key: 'way_in', contains: '=1' }] };
    const text = (await fileOf(server, manager, 'exportCustomers', { format: 'CSV', filter: wanted })).toString();
    const rows = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.Nom, row['Contrat jusqu’au'], row.Fluide, row['طريق الدخول']])).toEqual([
      ['Export Un', '2027-12-31', 'Propane', "'=1+1"],
    ]);
    expect(rows[0]['Puissance (kW)']).toMatch(/^'?-0,5$/);
    const json = JSON.parse((await fileOf(server, manager, 'exportCustomers', { format: 'JSON', filter: wanted })).toString());
    expect(json.customers[0]).toMatchObject({ 'custom.power': -0.5, 'custom.until': '2027-12-31', 'custom.gas': 'Propane' });
    const book = await unzipped(await fileOf(server, manager, 'exportCustomers', { format: 'XLSX', filter: wanted }));
    const [sheet] = Object.entries(book).filter(([path]) => path.includes('worksheets/'));
    expect(String(sheet[1])).toContain('<c><v>-0.5</v></c>');
    expect(String(sheet[1])).toContain('Puissance (kW)');
  });

  test('of one customer has them too, as a sheet of paper and as rows', async () => {
    const [{ id }] = await server.database.query(`select id from customer where name = 'Export Un'`);
    const text = (await fileOf(server, manager, 'exportCustomer', { id, format: 'CSV', history: false })).toString();
    expect(text).toContain('Client;1;Fluide;Propane');
    const pdf = await fileOf(server, manager, 'exportCustomer', { id, format: 'PDF', history: false });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
