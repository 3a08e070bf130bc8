import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../server/demo/demo.js';
import { asDemo, type TestPerson } from '../support/as.js';
import { portalQueries } from '../support/portal-operations.js';
import { startServer, type TestServer } from '../support/server.js';

let planned: TestServer;
let superadmin: TestPerson;
let customerId: string;

beforeAll(async () => {
  planned = await startServer();
  await seedDemo(planned.product);
  superadmin = await asDemo(planned, 'superadmin');
  [{ id: customerId }] = await planned.database.query(`select id from customer where name = 'Transports Kervella'`);
  // Who asks is found once and kept: what is counted is what the operations themselves need.
  await planned.ask(superadmin, '{ viewer { id } }');
}, 120_000);
afterAll(() => planned.stop());

const queries = portalQueries();
const textOf = (name: string): string => {
  const found = queries.find((query) => query.name === name);
  if (!found) throw new Error(`no portal has an operation ${name}`);
  return found.text;
};

async function statementsOf(name: string, variables: object): Promise<number> {
  const { result, statements } = await planned.count(() => planned.ask(superadmin, textOf(name), variables));
  expect(result.errors).toBeUndefined();
  return statements;
}

test.each([
  ['Customer360', {}, 1],
  ['CustomerProfile', {}, 1],
  ['CustomerActivity', { filter: {} }, 1],
  // Two roots: the customer, and the payments beside it.
  ['CustomerFinances', {}, 2],
  ['CustomerDocuments', { filter: {} }, 1],
  ['CustomerConsents', {}, 1],
  ['SuperadminCustomers', { sort: 'NAME', direction: 'ASC' }, 1],
])('%s with %j is one request and %i SQL', async (name, variables, expected) => {
  expect(await statementsOf(name, { id: customerId, ...variables })).toBe(expected);
});
