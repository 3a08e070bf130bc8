import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { fieldsOfAllKinds, fillIn } from '../support/custom-field.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Answer, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let [staff, superadmin] = [] as unknown as TestPerson[];

beforeAll(async () => {
  server = await startServer();
  [staff, superadmin] = [await person(server, 'staff'), await person(server, 'superadmin')];
});
afterAll(() => server.stop());

const errorsIn = ({ data }: Answer): [string, string][] =>
  data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.slice(1).join('.'), code]);

test('a choice that somebody deletes while it is given is refused at its field', async () => {
  const { choice } = await fieldsOfAllKinds(server);
  const { id } = await customer(server);
  // They have the field and have not committed: the form is checked before that, and written after.
  const other = new pg.Client({ connectionString: server.databaseUrl });
  await other.connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('select from custom_field where id = $1 for update', [choice.id]);
  await other.query('delete from custom_field_choice where id = $1', [choice.ids.Propane]);
  const answer = fillIn(server, staff, id, { [choice.key]: 'Propane' });
  await expect.poll(() => server.asSuperuser('select from pg_locks where not granted')).not.toEqual([]);
  await other.query('commit');
  expect(errorsIn(await answer)).toEqual([[`customFields.${choice.key}`, 'UNKNOWN_CHOICE']]);
  const [{ version }] = await server.database.query('select version from customer where id = $1', [id]);
  expect(version).toBe(1);
  expect(await server.database.query('select from custom_field_value')).toEqual([]);
});

test('of who gives a choice and who deletes it at once, one is told, and the other has it their way', async () => {
  const DELETE = `mutation ($input: UpdateCustomFieldInput!) { it: updateCustomField(input: $input) { userErrors { path code } } }`;
  const { id } = await customer(server);
  for (let i = 0; i < 6; i += 1) {
    const { choice } = await fieldsOfAllKinds(server);
    const choices = [{ id: choice.ids['R-404A'], labelFr: 'R-404A', labelEn: 'R-404A' }];
    const [given, gone] = await Promise.all([
      fillIn(server, staff, id, { [choice.key]: 'Propane' }),
      server.ask(superadmin, DELETE, { input: { id: choice.id, choices } }),
    ]);
    expect([given.errors, gone.errors]).toEqual([undefined, undefined]);
    const kept = await server.database.query('select from custom_field_value where field_id = $1', [choice.id]);
    expect([...errorsIn(given), ...errorsIn(gone)].map(([, code]) => code)).toEqual([
      kept.length === 1 ? 'CHOICE_IN_USE' : 'UNKNOWN_CHOICE',
    ]);
  }
});
