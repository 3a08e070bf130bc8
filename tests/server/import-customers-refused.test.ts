import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { imported, sendCustomers, sendFile } from '../support/import.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
});
afterAll(() => server.stop());

const brought = (content: Buffer | string, input: object = {}) => imported(server, manager, content, input, sendCustomers);

const counts = async () => {
  const [row] =
    await server.database.query(`select (select count(*)::int from customer) as customers, (select count(*)::int from contact)
    as contacts, (select count(*)::int from address) as addresses, (select count(*)::int from audit_entry where action ~ '^(customer|contact|address)[.](create|add|update)$') as entries`);
  return row;
};

const HEADER =
  'Référence;Type;Raison sociale;SIRET;N° TVA;Courriel;Téléphone;Site web;Statut;Étiquettes;Notes;Créé le;Adresse;CP;Ville;Pays;Contact;Fonction;E-mail contact;Tél contact';
const ARMOR =
  'A-1;entreprise;Armor Froid;732 829 320 00074;;Contact@Armor.example;02 98 00 11 22;armor.example;actif;Froid, VIP;Paie tard;03/02/2019;1 rue de Siam;29200;Brest;France;Anne Le Gall;Gérante;anne@armor.example;06 12 34 56 78';
const FILE = `${HEADER}\n${ARMOR}`;

test('a line the form would refuse is refused at each of its cells; the others are kept', async () => {
  const header = 'Code client;Nom;SIRET;Mail;Tel;CP;Ville;Rue;Type;Statut;Créé le;Pays;Email contact';
  const run = await brought(
    [
      header,
      'B-1;Bien;;;;;;;;;;;',
      'B-2;Faux;12345678900000;pas un mail;12;;;;;;;;',
      'B-3;;;;;;;;;;;;',
      'B-4;Scientifique;7,32829E+13;;;;;;;;;;',
      'B-5;Zéro perdu;;;;1000;Bourg;1 rue Haute;;;;;',
      'B-6;Belge;;;;1000;Bruxelles;1 rue Haute;;;;Belgique;',
      'B-7;Sans rue;;;;29200;Brest;;;;;;',
      'B-8;Genre;;;;;;;licorne;peut-être;31/02/2020;;',
      'B-9;Demain;;;;;;;;;2999-01-01;;',
      'B-10;Contact;;;;;;;;;;;anonyme@example.com',
      'B-11;Coupée',
      ';Rien;;;;;;;;;;;',
      'B-1;Bien autrement;;;;;;;;;;;',
      'B-12;Deux;40483304800022;;;;;;;;;;',
      'B-13;Trois;40483304800022;;;;;;;;;;',
      `B-14;${'x'.repeat(201)};;;;;;;;;;;`,
      'B-15;Privé;40483304800030;;;;;;particulier;;;;',
    ].join('\n'),
  );
  expect(run).toMatchObject({ status: 'DONE', read: 17, created: 3, refusedTotal: 14 });
  expect(run.refusals.nodes.map(({ line, code, column }: Record<string, unknown>) => [line, code, column])).toEqual([
    [3, 'INVALID_SIRET', 'SIRET'],
    [3, 'INVALID_EMAIL', 'Mail'],
    [3, 'INVALID_PHONE', 'Tel'],
    [4, 'NO_CUSTOMER_NAME', null],
    [5, 'SHORTENED_NUMBER', 'SIRET'],
    [6, 'LOST_ZERO', 'CP'],
    [8, 'INCOMPLETE_ADDRESS', 'Rue'],
    [9, 'BAD_CUSTOMER_KIND', 'Type'],
    [9, 'BAD_CUSTOMER_STATUS', 'Statut'],
    [9, 'BAD_CREATION_DATE', 'Créé le'],
    [10, 'BAD_CREATION_DATE', 'Créé le'],
    [11, 'CONTACT_WITHOUT_NAME', null],
    [12, 'WRONG_COLUMN_COUNT', null],
    [13, 'NO_CUSTOMER_KEY', null],
    [14, 'OTHER_VALUES', null],
    [16, 'SIRET_TWICE', null],
    [17, 'TEXT_TOO_LONG', 'Nom'],
    [18, 'NOT_FOR_A_PERSON', 'SIRET'],
  ]);
  expect(run.refusals.nodes[4].message).toContain('Un tableur a abrégé ce nombre (7,32829E+13)');
  const report = await fetch(`${server.origin}${run.reportUrl}`, { headers: { 'accept-language': 'en' } });
  expect(await report.text()).toContain('6,LOST_ZERO,"CP: This postal code has 4 digits only (1000)');
});

describe('before anything is sent', () => {
  const PREVIEW = `query ($input: CustomerImportPreviewInput!) { it: customerImportPreview(input: $input) {
    headers columns { field column } problem rows { line cells mistakes { column code message } } } }`;

  test('the first rows with their mistakes at their cells, and what each column is taken for', async () => {
    const { it } = (
      await sendFile(server, manager, PREVIEW, `${HEADER}\n${ARMOR}\nA-9;;;;;faux;;;;;;;;;;;;;;\n`, {}, 'clients.csv')
    ).data;
    expect(it.problem).toBeNull();
    expect(it.headers[2]).toBe('Raison sociale');
    expect(it.columns).toContainEqual({ field: 'company', column: 2 });
    expect(it.columns).toHaveLength(20);
    expect(it.rows).toMatchObject([
      { line: 2, mistakes: [] },
      {
        line: 3,
        mistakes: [
          { column: null, code: 'NO_CUSTOMER_NAME' },
          { column: 5, code: 'INVALID_EMAIL' },
        ],
      },
    ]);
  });

  test('another mapping is tried on the rows alone', async () => {
    const rows = [
      ['Nom usuel', 'Courriel'],
      ['Armor', 'faux'],
    ];
    const tried = async (mapping: object[]) => (await server.ask(manager, PREVIEW, { input: { rows, mapping } })).data.it;
    expect(await tried([])).toMatchObject({
      problem: expect.stringContaining('Aucune colonne ne dit le nom'),
      columns: [{ field: 'email', column: 1 }],
      rows: [{ cells: rows[1] }],
    });
    const mapped = await tried([
      { field: 'name', column: 'Nom usuel' },
      { field: 'email', column: 'Courriel' },
    ]);
    expect(mapped).toMatchObject({ problem: null, rows: [{ mistakes: [{ column: 1, code: 'INVALID_EMAIL' }] }] });
    expect((await tried([{ field: 'colour', column: 'Qui' }])).problem).toContain('colour');
  });
});

test('what is wrong with the request is said at its field; the file as a whole ends the import', async () => {
  const refused = async (content: string, input: object) => (await sendCustomers(server, manager, content, input)).data.it;
  expect(await refused('a', { mapping: [{ field: 'colour', column: 'x' }] })).toMatchObject({
    importRun: null,
    userErrors: [{ path: ['input', 'mapping', '0', 'field'], code: 'UNKNOWN_FIELD' }],
  });
  expect(await refused('', {})).toMatchObject({ userErrors: [{ code: 'EMPTY_IMPORT_FILE' }] });
  const before = await counts();
  expect(await brought('prénom-usuel:téléphone\nJo:0298001122')).toMatchObject({
    status: 'FAILED',
    error: expect.stringContaining('nom du client'),
  });
  expect(await brought('nom,email\n"Jo,jo@example.com\nLi,li@example.com')).toMatchObject({
    status: 'FAILED',
    error: expect.stringContaining('guillemet'),
  });
  expect(await counts()).toEqual(before);
});

test('whoever may import one kind of file sees those imports only', async () => {
  await brought(FILE);
  await imported(server, manager, 'number,date,customer,quantity,price\nP-1,2026-03-01,X,1,5');
  const customers = (await server.ask(manager, '{ importRuns(filter: { kind: CUSTOMERS }, first: 1) { nodes { id kind } } }'))
    .data.importRuns.nodes[0];
  const clerk = await person(server, 'staff');
  expect(codesOf(await sendCustomers(server, clerk, FILE))).toEqual(['FORBIDDEN']);
  await server.database.query(`update role set permissions = permissions || '{import.read,order.import}' where key = 'staff'`);
  const seen = await server.ask(
    await person(server, 'staff'),
    'query ($id: ID!) { importRun(id: $id) { id } importRuns(first: 100) { nodes { kind } } }',
    { id: customers.id },
  );
  expect(seen.data.importRun).toBeNull();
  expect(new Set(seen.data.importRuns.nodes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['ORDERS']));
});
