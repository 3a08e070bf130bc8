import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { imported, sendCustomers } from '../support/import.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
});
afterAll(() => server.stop());

const brought = (content: Buffer | string, input: object = {}) => imported(server, manager, content, input, sendCustomers);

const customerNamed = async (search: string) =>
  (
    await server.ask(
      manager,
      `query ($search: String!) { searchCustomers(search: $search) { id reference kind name siret vatNumber email phone website status tags
        internalNote createdAt version contacts { name position email phone primary } addresses { kind street complement postalCode city country } } }`,
      { search },
    )
  ).data.searchCustomers.find(({ name }: { name: string }) => name === search);

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
const ARMOR_MORE = 'A-1;;Armor Froid;;;;;;;;;;;;;;Yann Kerbrat;Comptable;;';
const JOS = 'A-2;particulier;Jos Morvan;;;jos@example.com;;;inactif;;;;"12 venelle du Port, 01000 Bourg-en-Bresse";;;;;;;';
const FILE = [HEADER, ARMOR, JOS, ARMOR_MORE].join('\n');

describe('a file of customers', () => {
  test('becomes customers with their contacts, addresses and tags, by the rules of the form', async () => {
    const run = await brought(FILE);
    expect(run).toMatchObject({
      status: 'DONE',
      error: null,
      read: 3,
      customers: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      refusedTotal: 0,
    });
    expect(run.createdBy.id).toBe(manager.id);
    expect(await customerNamed('Armor Froid')).toMatchObject({
      reference: expect.stringMatching(/^C-\d{5}$/),
      kind: 'COMPANY',
      siret: '73282932000074',
      email: 'contact@armor.example',
      phone: '+33298001122',
      website: 'https://armor.example',
      status: 'ACTIVE',
      tags: ['froid', 'vip'],
      internalNote: 'Paie tard',
      createdAt: '2019-02-02T23:00:00.000Z',
      contacts: [
        { name: 'Anne Le Gall', position: 'Gérante', email: 'anne@armor.example', phone: '+33612345678', primary: true },
        { name: 'Yann Kerbrat', position: 'Comptable', email: null, phone: null, primary: false },
      ],
      addresses: [
        { kind: 'BILLING', street: '1 rue de Siam', complement: null, postalCode: '29200', city: 'Brest', country: 'FR' },
      ],
    });
    expect(await customerNamed('Jos Morvan')).toMatchObject({
      kind: 'PERSON',
      status: 'INACTIVE',
      addresses: [{ street: '12 venelle du Port', postalCode: '01000', city: 'Bourg-en-Bresse' }],
    });
    const { history } = (
      await server.ask(manager, '{ searchCustomers(search: "Armor Froid") { history(first: 5) { nodes { action } } } }')
    ).data.searchCustomers[0];
    expect(history.nodes.map(({ action }: { action: string }) => action).sort()).toEqual([
      'address.add',
      'contact.add',
      'contact.add',
      'customer.create',
    ]);
  });

  test('a second time changes nothing, nor leaves an entry', async () => {
    const before = await counts();
    expect(await brought(FILE)).toMatchObject({ created: 0, updated: 0, unchanged: 2, refusedTotal: 0 });
    expect(await counts()).toEqual(before);
  });

  test('what it says otherwise prevails, what it leaves blank stays, and words given here are kept', async () => {
    const { id } = await customerNamed('Armor Froid');
    await server.database.query(`update customer set tags = tags || '{fidèle}', phone = '+33298009988' where id = $1`, [id]);
    const file = [HEADER, 'A-1;;Armor Froid SAS;;;;;;;neuf;;;4 quai Malbert;29200;Brest;;;;;'].join('\n');
    expect(await brought(file)).toMatchObject({ created: 0, updated: 1 });
    expect(await customerNamed('Armor Froid SAS')).toMatchObject({
      id,
      phone: '+33298009988',
      tags: ['froid', 'vip', 'fidèle', 'neuf'],
      internalNote: 'Paie tard',
      contacts: [{}, {}],
      addresses: [{ street: '4 quai Malbert' }],
    });
    const left = await brought(FILE, { existing: 'LEAVE' });
    expect(left).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await customerNamed('Armor Froid SAS')).toMatchObject({ id });
  });

  test('a trial run says what would happen, and writes nothing', async () => {
    const before = await counts();
    const trial = await brought(['id,name,email', 'D-1,Neuf,neuf@example.com', 'A-2,Jos Morvan,jos2@example.com'].join('\n'), {
      dryRun: true,
    });
    expect(trial).toMatchObject({ status: 'DONE', dryRun: true, created: 1, updated: 1, unchanged: 0 });
    expect(await counts()).toEqual(before);
  });

  test('two at once end like one', async () => {
    const file = [
      'id,name,email,contact',
      ...Array.from({ length: 1_200 }, (_, i) => `T-${i},Jumeau ${i},t${i}@example.com,Contact ${i}`),
    ].join('\n');
    const before = await counts();
    const [a, b] = await Promise.all([brought(file), brought(file)]);
    expect([a.created + b.created, a.unchanged + b.unchanged, a.updated + b.updated]).toEqual([1_200, 1_200, 0]);
    expect(await counts()).toMatchObject({ customers: before.customers + 1_200, contacts: before.contacts + 1_200 });
  });

  test('the numbers of two older systems do not meet, and orders find their customer', async () => {
    const file = (name: string) => `id,name,email\n7,${name},${name}@example.com`;
    await brought(file('septun'), { prefix: 'CT-' });
    expect(await brought(file('septdeux'), { prefix: 'YZ-' })).toMatchObject({ created: 1 });
    await imported(server, manager, 'number,date,customer,quantity,price\nS-7,2026-03-01,YZ-7,1,5');
    const asked = '{ orders(filter: { number: "S-7" }) { nodes { customer { name } } } }';
    expect((await server.ask(manager, asked)).data.orders.nodes).toEqual([{ customer: { name: 'septdeux' } }]);
  });
});

describe('who a line is of, without a reference', () => {
  test('the SIRET, else the name with what else is known', async () => {
    const { id } = await customerNamed('Armor Froid SAS');
    const file = [
      'nom,siret,email,telephone,rue,cp,ville',
      'Armor Froid SAS,73282932000074,,,,,',
      'Léa Roux,,lea@example.com,,,,',
      'Marc Roux,,lea@example.com,,,,',
      'Rémi Aël,,,06 11 22 33 44,,,',
      'Au Puits,,,,2 place du Puits,29200,Brest',
    ].join('\n');
    expect(await brought(file)).toMatchObject({ created: 4, unchanged: 1, refusedTotal: 0 });
    expect(await brought(file)).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
    expect((await customerNamed('Armor Froid SAS')).id).toBe(id);
  });

  test('a customer made by hand is taken over by their SIRET, once', async () => {
    await server.database.query(
      `insert into customer (reference, kind, name, siret) values ('C-90001', 'COMPANY', 'À la main', '55210055400013')`,
    );
    const file = 'ref;nom;siret\nH-1;À la main;55210055400013';
    expect(await brought(file)).toMatchObject({ created: 0, updated: 1 });
    expect(await brought('ref;nom;siret\nH-2;Un autre;55210055400013')).toMatchObject({
      refusals: { nodes: [{ code: 'SIRET_TAKEN' }] },
    });
  });

  test('our own reference is known by the name too: an older system may have numbered alike', async () => {
    const file = (name: string) => `référence;nom;email\nC-90001;${name};main@example.com`;
    expect(await brought(file('Quelqu’un'))).toMatchObject({ updated: 0, refusals: { nodes: [{ code: 'REFERENCE_CLASH' }] } });
    expect(await brought(file('À la main'))).toMatchObject({ updated: 1, refusedTotal: 0 });
  });
});
