import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let staff: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [manager, staff] = await Promise.all(['manager', 'staff'].map((role) => person(server, role)));
  for (const letter of 'abcdefghijklmnopqrst') await customer(server, { name: `Personne Numéro${letter.repeat(4)}` });
});
afterAll(() => server.stop());
beforeEach(() => server.database.query(`delete from customer where name not like 'Personne %'`));

const left = async () =>
  (
    await server.database.query(
      `select ((select count(*) from customer left join match_profile on customer_id = customer.id where compared is not true)
        + (select count(*) from graphile_worker.jobs where task_identifier = 'findCustomerDuplicates'))::int as n`,
    )
  )[0].n;

/** Asks for a search and waits until everybody was looked at. */
async function search() {
  const asked = await server.ask(manager, 'mutation { findCustomerDuplicates { asked userErrors { code } } }');
  expect(asked.data.findCustomerDuplicates).toEqual({ asked: true, userErrors: [] });
  await expect.poll(left, { timeout: 30_000 }).toBe(0);
}

const PAIRS = `query ($filter: CustomerDuplicateFilter) { customerDuplicates(filter: $filter) { totalCount nodes {
  id status probability evidence { field level text } first { id } second { id } viewerCan { refuse undo } } } }`;
const pairs = async (filter: object | null = null) => (await server.ask(staff, PAIRS, { filter })).data.customerDuplicates;
const review = (id: string, decision: string, who: TestPerson | null = manager) =>
  server.ask(
    who,
    `mutation ($input: ReviewCustomerDuplicateInput!) { reviewCustomerDuplicate(input: $input) { duplicate { status decidedBy { id } } userErrors { code } } }`,
    { input: { id, decision } },
  );

let lines = 0;

const twins = async () => {
  lines += 1;
  const phone = `+3329844${String(1000 + lines)}`;
  const word = `Quatrebarbes${randomUUID().slice(0, 5).replace(/\d/g, 'x')}`;
  const email = `${word.toLowerCase()}@exemple.test`;
  const one = await customer(server, { name: `Zéphyrine ${word}`, email, phone });
  return { one, other: await customer(server, { name: `${word} Zephyrine`, email }), phone };
};

test('finds two records of one, with what speaks for it, and leaves strangers alone', async () => {
  const { one, other } = await twins();
  await search();
  const { totalCount, nodes } = await pairs();
  expect(totalCount).toBe(1);
  expect(nodes[0]).toMatchObject({
    status: 'OPEN',
    first: { id: one.id },
    second: { id: other.id },
    viewerCan: { refuse: false, undo: false },
  });
  expect(nodes[0].probability).toBeGreaterThan(0.5);
  expect(nodes[0].evidence).toContainEqual({ field: 'email', level: 'SAME', text: 'Même adresse e-mail' });
  const shown = await server.ask(staff, `query ($id: ID!) { customer(id: $id) { possibleDuplicates { id } } }`, { id: other.id });
  expect(shown.data.customer.possibleDuplicates).toEqual([{ id: nodes[0].id }]);
  expect((await pairs({ customerId: one.id })).totalCount).toBe(1);
  expect((await pairs({ customerId: manager.id })).totalCount).toBe(0);
});

test('a pair that was refused never comes back; one that differs by now goes', async () => {
  const { one, other, phone } = await twins();
  await search();
  const [{ id }] = (await pairs({ customerId: one.id })).nodes;
  expect(codesOf(await review(id, 'REFUSE', null))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await review(id, 'REFUSE', staff))).toEqual(['FORBIDDEN']);
  expect(codesOf(await review(randomUUID(), 'REFUSE'))).toEqual(['NOT_FOUND']);
  expect((await pairs({ customerId: one.id })).nodes[0].status).toBe('OPEN');
  expect((await review(id, 'REFUSE')).data.reviewCustomerDuplicate).toEqual({
    duplicate: { status: 'REFUSED', decidedBy: { id: manager.id } },
    userErrors: [],
  });
  expect(codesOf(await review(id, 'REFUSE'))).toEqual(['FORBIDDEN']);
  await server.database.query('update customer set phone = $2 where id = $1', [other.id, phone]);
  await search();
  expect((await pairs({ customerId: one.id })).totalCount).toBe(0);
  expect((await pairs({ customerId: one.id, status: 'REFUSED' })).totalCount).toBe(1);

  await review(id, 'UNDO');
  expect((await pairs({ customerId: one.id })).totalCount).toBe(1);
  await server.database.query(
    `update customer set name = 'Tout Autre', email = 'autre@ailleurs.test', phone = null where id = $1`,
    [other.id],
  );
  await search();
  expect((await pairs({ customerId: one.id })).totalCount).toBe(0);
});

test('looks only at those who changed', async () => {
  const { other, phone } = await twins();
  await search();
  await server.database.query('delete from customer_duplicate');
  await search();
  expect((await pairs()).totalCount).toBe(0);
  await server.database.query('update customer set phone = $2 where id = $1', [other.id, phone]);
  await search();
  expect((await pairs()).totalCount).toBe(1);
});

test('a list takes as many statements however many pairs there are', async () => {
  await twins();
  await search();
  const one = (await server.count(() => pairs())).statements;
  for (let i = 0; i < 3; i++) await twins();
  await search();
  const several = await server.count(() => pairs());
  expect(several.result.totalCount).toBeGreaterThan(1);
  expect(several.statements).toBe(one);
});
