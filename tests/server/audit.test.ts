import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let mine: { id: string };
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer();
  [staff, client] = [await person(server, 'staff'), await person(server, 'client')];
  [mine, theirs] = [await customer(server), await customer(server)];
  await member(server, client.id, mine.id);
});
afterAll(() => server.stop());

const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) { userErrors { code } } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { path code } } }`;
const COMMENT = `mutation ($input: AddProjectCommentInput!) { addProjectComment(input: $input) { userErrors { path code } } }`;

/** What was written about it, the oldest first. */
async function entries(condition: string, values: unknown[] = []) {
  await server.product.world.services.trail.flush();
  return server.database.query(`select * from audit_entry where ${condition} order by id`, values);
}

describe('a change', () => {
  test('says who, from where, in which session, what and of whom', async () => {
    await server.ask(staff, UPDATE, { input: { id: mine.id, website: 'https://prisme.example' } });
    const [entry, ...others] = await entries('subject_id = $1', [mine.id]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor_id: staff.id,
      actor_role: 'staff',
      as_user_id: null,
      session_id: expect.any(String),
      ip: '127.0.0.1',
      user_agent: expect.stringMatching(/\w/),
      request_id: expect.any(String),
      outcome: 'CHANGED',
      action: 'customer.update',
      subject_type: 'Customer',
      about_id: mine.id,
      changes: { website: [null, 'https://prisme.example'] },
      times: 1,
    });
  });

  test('of a part is about the customer of the whole', async () => {
    const { id } = await project(server, mine.id);
    await server.ask(staff, COMMENT, { input: { projectId: id, body: 'Bonjour', audience: 'TEAM' } });
    expect(await entries(`action = 'project.comment'`)).toMatchObject([{ subject_type: 'ProjectComment', about_id: mine.id }]);
  });
});

describe('a refusal', () => {
  test('without the permission is written, of the object it was tried on', async () => {
    expect(codesOf(await server.ask(client, UPDATE, { input: { id: mine.id, website: 'x' } }))).toEqual(['FORBIDDEN']);
    expect(await entries('actor_id = $1', [client.id])).toMatchObject([
      {
        outcome: 'REFUSED',
        action: 'updateCustomer',
        code: 'FORBIDDEN',
        subject_id: mine.id,
        actor_role: 'client',
        changes: null,
      },
    ]);
  });

  test('of somebody else’s object is written with its type and whose it is; the caller learns neither', async () => {
    const seller = await person(server, 'revendeur');
    const answer = await server.ask(seller, UPDATE, { input: { id: theirs.id, website: 'x' } });
    const unknown = await server.ask(seller, UPDATE, { input: { id: randomUUID(), website: 'x' } });
    expect([codesOf(answer), codesOf(unknown)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
    expect(await entries('actor_id = $1', [seller.id])).toMatchObject([
      { code: 'NOT_FOUND', subject_type: 'Customer', subject_id: theirs.id, about_id: theirs.id },
      { code: 'NOT_FOUND', subject_type: 'Customer' },
    ]);
  });

  test('of a second object that is somebody else’s is written too', async () => {
    const seller = await person(server, 'revendeur');
    const CREATE = `mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { userErrors { path code } } }`;
    const { data } = await server.ask(seller, CREATE, { input: { title: 'x', amountCents: 1, customerId: theirs.id } });
    expect(data.createOpportunity.userErrors).toEqual([{ path: ['input', 'customerId'], code: 'UNKNOWN' }]);
    expect(await entries('actor_id = $1', [seller.id])).toMatchObject([
      { action: 'createOpportunity', code: 'UNKNOWN', subject_id: theirs.id },
    ]);
  });

  test('of nobody is written with the address it came from', async () => {
    expect(codesOf(await server.ask(null, UPDATE, { input: { id: theirs.id } }))).toEqual(['UNAUTHENTICATED']);
    expect(await entries(`actor_role = 'anonymous' and code = 'UNAUTHENTICATED'`)).toMatchObject([
      { subject_id: theirs.id, ip: '127.0.0.1' },
    ]);
  });

  test('of a sign-in is written: whose account it was, never what was typed', async () => {
    const secret = `canary-${randomUUID()}`;
    await server.ask(null, LOGIN, { email: staff.email, password: secret });
    await server.ask(null, LOGIN, { email: `${secret}@test.example`, password: PASSWORD });
    const found = await entries(`action = 'session.start' and outcome = 'REFUSED'`);
    expect(found).toMatchObject([
      { code: 'WRONG_PASSWORD', subject_type: 'User', subject_id: staff.id },
      { code: 'UNKNOWN_ADDRESS', subject_type: null, subject_id: null },
    ]);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  test('a hundred times over is a handful of rows that say how often', async () => {
    const mallory = await person(server, 'client');
    const asked = Array.from(
      { length: 100 },
      (_, n) => `m${n}: updateCustomer(input: { id: "${n % 2 ? theirs.id : randomUUID()}" }) { userErrors { code } }`,
    );
    // Each request may hold so many root fields as its limits let through.
    for (let at = 0; at < asked.length; at += 10) await server.ask(mallory, `mutation { ${asked.slice(at, at + 10).join(' ')} }`);
    await server.product.world.services.trail.flush();
    const rows = await entries('actor_id = $1', [mallory.id]);
    expect(rows.length).toBeLessThanOrEqual(21);
    expect(rows.length).toBeGreaterThan(0);
  });
});
