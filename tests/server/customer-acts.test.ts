import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { project } from '../support/factories/project.factory.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [manager, admin] = [await person(server, 'manager'), await person(server, 'admin')];
});
afterAll(() => server.stop());

const codesIn = ({ data }: Answer): string[] => data.it.userErrors.map(({ code }: { code: string }) => code);
const count = async (table: string, by: string, id: string): Promise<number> =>
  (await server.database.query(`select count(*)::int as n from ${table} where ${by} = $1`, [id]))[0].n;
const kindsOf = (id: string): Promise<string[]> =>
  server.database
    .query('select kind from activity where customer_id = $1 order by id', [id])
    .then((rows: { kind: string }[]) => rows.map(({ kind }) => kind));

describe('a copy', () => {
  const DUPLICATE = `mutation ($input: DuplicateCustomerInput!) { it: duplicateCustomer(input: $input) {
    customer { id reference name siret email tags internalNote contacts { name email primary } addresses { city } }
    userErrors { path code } } }`;
  const duplicate = (asker: Asker | null, input: object) => server.ask(asker, DUPLICATE, { input });
  const original = () =>
    customer(
      server,
      { siret: null, email: 'a@copie.example', tags: ['vip'], internalNote: 'Paie tard.', managerId: manager.id },
      { street: '1 quai', postalCode: '29200', city: 'Brest' },
      'maelle@copie.example',
    );

  test('holds what was chosen, with a reference of its own; both timelines and the trail say so', async () => {
    const { id, reference } = await original();
    await server.database.query(
      `insert into consent_event (customer_id, purpose, channel, action, method) values ($1, 'MARKETING', 'EMAIL', 'GRANTED', 'PHONE')`,
      [id],
    );
    const { data } = await duplicate(manager, { id, name: 'Copie', parts: ['CONTACTS', 'ADDRESSES', 'TAGS'] });
    expect(data.it).toMatchObject({
      userErrors: [],
      customer: {
        name: 'Copie',
        email: null,
        internalNote: null,
        tags: ['vip'],
        contacts: [{ email: 'maelle@copie.example', primary: true }],
        addresses: [{ city: 'Brest' }],
      },
    });
    const copy = data.it.customer;
    expect(copy.reference).not.toBe(reference);
    expect(await count('consent_event', 'customer_id', copy.id)).toBe(0);
    expect([await kindsOf(id), await kindsOf(copy.id)]).toEqual([['CUSTOMER_DUPLICATED'], ['CUSTOMER_CREATED']]);
    const trail = await server.database.query(
      `select action, changes from audit_entry where about_id = any($1) and outcome = 'CHANGED' order by id`,
      [[id, copy.id]],
    );
    expect(trail.map(({ action }: { action: string }) => action)).toEqual(['customer.create', 'customer.duplicate']);
    expect(trail[0].changes.copyOf).toEqual([null, reference]);
    const full = await duplicate(manager, { id, name: 'Tout', parts: ['IDENTITY', 'TEAM', 'NOTE'] });
    expect(full.data.it.customer).toMatchObject({ email: 'a@copie.example', internalNote: 'Paie tard.', tags: [], contacts: [] });
  });

  test('staff may not, nobody copies what they do not see, and a blank name is told', async () => {
    const { id } = await original();
    const all = () => server.database.query('select count(*) from customer');
    const before = await all();
    const input = { id, name: 'Copie', parts: [] };
    expect(codesOf(await duplicate(null, input))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await duplicate(await person(server, 'staff'), input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await duplicate(manager, { ...input, id: crypto.randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(codesIn(await duplicate(manager, { ...input, name: '  ' }))).toEqual(['BLANK']);
    expect(await all()).toEqual(before);
  });
});

describe('a deletion', () => {
  const DELETE =
    'mutation ($input: DeleteCustomerInput!) { it: deleteCustomer(input: $input) { deletedId userErrors { path code message } } }';
  const remove = (asker: Asker | null, input: object) => server.ask(asker, DELETE, { input });
  const KEPT = 'query ($id: ID!) { customer(id: $id) { keptFor { code count message } } }';

  test('takes everything of theirs along, once the name is typed; the trail remembers', async () => {
    const { id, name, reference } = await customer(
      server,
      {},
      { street: '1 quai', postalCode: '29200', city: 'Brest' },
      'a@b.example',
    );
    await document(server, { customerId: id, uploadedById: admin.id } as never);
    await server.database.query(
      `insert into mail ("to", subject, text, html, customer_id, purpose) values ('a@b.example', 'x', 'x', 'x', $1, 'SERVICE')`,
      [id],
    );
    expect((await server.ask(admin, KEPT, { id })).data.customer.keptFor).toEqual([]);
    expect(codesIn(await remove(admin, { id, name: 'Autre' }))).toEqual(['NAME_DIFFERS']);
    expect((await remove(admin, { id, name: ` ${name.toUpperCase()} ` })).data.it).toEqual({ deletedId: id, userErrors: [] });
    for (const table of ['contact', 'address', 'document', 'mail', 'activity'])
      expect(await count(table, 'customer_id', id)).toBe(0);
    expect(await count('customer', 'id', id)).toBe(0);
    const [entry] = await server.database.query(
      `select changes from audit_entry where action = 'customer.delete' and subject_id = $1`,
      [id],
    );
    expect(entry.changes).toMatchObject({ name: [name, null], reference: [reference, null] });
    expect(codesOf(await remove(admin, { id, name }))).toEqual(['NOT_FOUND']);
  });

  test('is refused with every reason where the law or the work keeps the record', async () => {
    const { id, name } = await customer(server);
    await invoice(server, id);
    await project(server, id);
    const refused = await remove(admin, { id, name });
    expect(codesIn(refused)).toEqual(['KEPT_INVOICES', 'KEPT_PROJECTS']);
    expect(refused.data.it.userErrors[0].message).toBe('Factures émises : 1. La loi les garde dix ans, avec la fiche.');
    expect((await server.ask(admin, KEPT, { id })).data.customer.keptFor).toMatchObject([
      { code: 'KEPT_INVOICES', count: 1 },
      { code: 'KEPT_PROJECTS', count: 1 },
    ]);
    expect(await count('customer', 'id', id)).toBe(1);
  });

  test('only administrators may', async () => {
    const { id, name } = await customer(server);
    expect(codesOf(await remove(null, { id, name }))).toEqual(['UNAUTHENTICATED']);
    for (const role of ['client', 'revendeur', 'staff', 'manager'])
      expect(codesOf(await remove(await person(server, role), { id, name }))).toEqual(['FORBIDDEN']);
    expect(await count('customer', 'id', id)).toBe(1);
  });
});
