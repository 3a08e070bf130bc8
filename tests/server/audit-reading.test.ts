import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer();
  [staff, client] = [await person(server, 'staff'), await person(server, 'client')];
  theirs = await customer(server);
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const PAGE = 'query ($id: ID!) { customer(id: $id) { id name } }';

async function readings(condition = 'true', values: unknown[] = []) {
  await server.product.world.services.trail.flush();
  return server.database.query(`select * from audit_entry where outcome = 'READ' and ${condition} order by id`, values);
}

describe('opening a customer', () => {
  test('is noted once a quarter of an hour, and costs the reader no statement', async () => {
    await server.ask(staff, '{ viewer { id } }');
    const { statements } = await server.count(async () => {
      for (let n = 0; n < 3; n++) await server.ask(staff, PAGE, { id: theirs.id });
    });
    expect(statements).toBe(3);
    expect(await readings('actor_id = $1', [staff.id])).toMatchObject([
      {
        action: 'customer.read',
        subject_type: 'Customer',
        subject_id: theirs.id,
        about_id: theirs.id,
        actor_role: 'staff',
        times: 1,
      },
    ]);
  });

  test('is noted however the answer was made, under whatever name, by id or as a node', async () => {
    const other = await customer(server);
    const asks = [
      ['query ($id: ID!) { viewer { id } it: customer(id: $id) { id } }', 'planned'],
      ['query ($id: ID!) { customer(id: $id) { ...It } } fragment It on Customer { name }', 'loaders'],
      ['query ($id: ID!) { node(id: $id) { id } }', 'text'],
      [`{ customer(id: "${other.id}") { name } }`, 'text'],
    ] as const;
    for (const [query, answers] of asks) {
      const one = await serve(server.databaseUrl, { answers });
      const reader = await person(server, 'manager');
      expect((await one.ask(reader, query, { id: other.id })).errors).toBeUndefined();
      await one.close();
      expect(await readings('actor_id = $1', [reader.id]), query).toMatchObject([
        { action: 'customer.read', subject_id: other.id },
      ]);
    }
  });

  test('is not noted of its own people, nor of what is not there or not to be seen', async () => {
    const seller = await person(server, 'revendeur');
    await server.ask(client, PAGE, { id: theirs.id });
    await server.ask(seller, PAGE, { id: theirs.id });
    await server.ask(seller, 'query ($id: ID!) { customer(id: $id) { id } viewer { id } }', { id: theirs.id });
    await server.ask(seller, 'query ($id: ID!) { node(id: $id) { id } }', { id: theirs.id });
    await server.ask(staff, PAGE, { id: client.id });
    expect(await readings('actor_id = any($1)', [[client.id, seller.id]])).toEqual([]);
    expect(await readings('subject_id = $1', [client.id])).toEqual([]);
  });

  test('through somebody’s eyes is noted of whoever really looks', async () => {
    const root = await person(server, 'superadmin');
    const begun = await server.ask(root, 'mutation ($input: ViewAsInput!) { viewAs(input: $input) { accessToken } }', {
      input: { userId: client.id },
    });
    await server.ask({ token: begun.data.viewAs.accessToken }, PAGE, { id: theirs.id });
    expect(await readings('actor_id = $1', [root.id])).toMatchObject([{ as_user_id: client.id, actor_role: 'superadmin' }]);
  });
});

describe('taking a file', () => {
  test('is noted of whomever its address was given to, whoever opens it', async () => {
    const { id } = await document(server, { customerId: theirs.id, uploadedById: staff.id });
    const { data } = await server.ask(staff, 'query ($id: ID!) { document(id: $id) { downloadUrl } }', { id });
    const response = await fetch(`${server.origin}${data.document.downloadUrl}`, { headers: { 'user-agent': 'curl' } });
    await response.arrayBuffer();
    expect(response.status).toBe(200);
    expect(await readings(`action = 'document.download'`)).toMatchObject([
      {
        actor_id: staff.id,
        actor_role: 'staff',
        subject_type: 'Document',
        subject_id: id,
        about_id: theirs.id,
        user_agent: 'curl',
      },
    ]);
  });

  test('with an address made up is not', async () => {
    expect((await fetch(`${server.origin}/files/documents/${theirs.id}/x?expires=1&by=x&signature=x`)).status).toBe(403);
    expect(await readings(`action like 'document.%'`)).toHaveLength(1);
  });
});

describe('who looked', () => {
  const VIEWED = `query ($id: ID!) { customer(id: $id) { viewedBy { day role times user { id } } } }`;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

  test('is told to its own people by role and day', async () => {
    await readings();
    const { data } = await server.ask(client, 'query ($id: ID!) { customer(id: $id) { viewedBy { day role times } } }', {
      id: theirs.id,
    });
    expect(data.customer.viewedBy).toContainEqual({ day: today, role: 'staff', times: null });
    const asked = await server.ask(client, VIEWED, { id: theirs.id });
    expect(JSON.stringify(asked.data)).not.toContain(staff.id);
  });

  test('is told to ours by person', async () => {
    const { data } = await server.ask(staff, VIEWED, { id: theirs.id });
    // The page, and the file.
    expect(data.customer.viewedBy).toContainEqual({ day: today, role: 'staff', times: 2, user: { id: staff.id } });
  });
});
