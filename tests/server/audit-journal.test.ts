import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../server/features/user/role.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { opportunity, stages } from '../support/factories/opportunity.factory.js';
import { headersOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestPerson;
let staff: TestPerson;
let changed: { id: string };

const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { path code } } }`;
const LIST = `query ($filter: AuditEntryFilter, $first: Int, $after: String) { auditEntries(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes {
    id at action outcome code times subjectType subjectId ip actor { id } customer { id } changes { property before after hidden } } } }`;
const EXPORT = `mutation ($input: ExportAuditEntriesInput!) { exportAuditEntries(input: $input) { downloadUrl userErrors { code } } }`;

beforeAll(async () => {
  server = await startServer();
  [admin, staff] = [await person(server, 'admin'), await person(server, 'staff')];
  changed = await customer(server);
  await server.ask(staff, UPDATE, { input: { id: changed.id, website: 'https://prisme.example', internalNote: 'difficile' } });
  await server.ask(await person(server, 'revendeur'), UPDATE, { input: { id: changed.id } });
  await server.product.world.services.trail.flush();
});
afterAll(() => server.stop());

const list = async (filter: object, more: object = {}) => (await server.ask(admin, LIST, { filter, ...more })).data.auditEntries;

describe('the journal', () => {
  test('says what was done, on what, from what to what', async () => {
    const { totalCount, nodes } = await list({ subjectId: changed.id, outcome: 'CHANGED' });
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({
      action: 'customer.update',
      subjectType: 'Customer',
      ip: '127.0.0.1',
      actor: { id: staff.id },
      customer: { id: changed.id },
      changes: expect.arrayContaining([
        { property: 'website', before: null, after: 'https://prisme.example', hidden: false },
        { property: 'internalNote', before: null, after: 'difficile', hidden: false },
      ]),
    });
  });

  test.each([
    [{ actorId: 'staff' }, 1],
    [{ action: 'customer.update' }, 1],
    [{ action: 'updateCustomer', outcome: 'REFUSED' }, 1],
    [{ outcome: 'READ' }, 0],
    [{ subjectType: 'Customer' }, 2],
    [{ customerId: 'changed' }, 2],
    [{ from: '2020-01-01T00:00:00Z', before: '2020-01-02T00:00:00Z' }, 0],
    [{ actorId: 'not an id' }, 0],
  ])('filtered by %j is %i entries', async (filter, count) => {
    const ids: Record<string, string> = { staff: staff.id, changed: changed.id };
    const named = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, ids[value] ?? value]));
    expect((await list(named)).totalCount).toBe(count);
  });

  test('comes page by page, and every filter goes by an index', async () => {
    await server.asSuperuser(`
      insert into audit_entry (actor_id, actor_role, action, outcome, subject_type, subject_id, about_id, at)
      select uuidv4(), 'staff', 'bulk.' || n % 50, (array['CHANGED', 'READ', 'REFUSED'])[1 + n % 3], 'Bulk', uuidv4(), uuidv4(), now() - n * interval '1 minute'
      from generate_series(1, 30000) n`);
    await server.asSuperuser('analyze audit_entry');
    const first = await list({ subjectType: 'Bulk' }, { first: 2 });
    const second = await list({ subjectType: 'Bulk' }, { first: 2, after: first.pageInfo.endCursor });
    expect([first, second].flatMap(({ nodes }) => nodes.map(({ at }: { at: string }) => at))).toEqual(
      [...[...first.nodes, ...second.nodes].map(({ at }) => at)].sort().reverse(),
    );
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(4);
    const ROWS = LIST.replace('totalCount', '').replace(/changes \{[^}]*\}/, '');
    const planOf = async (query: string, variables: object) => {
      const { texts } = await server.count(() => server.ask(admin, query, variables));
      const statement = texts.find((text) => text.includes('audit_entry'));
      return (await server.asSuperuser(`explain (generic_plan) ${statement}`)).map((row) => row['QUERY PLAN']).join('\n');
    };
    const asked = [
      {},
      { actorId: staff.id },
      { action: 'bulk.7' },
      { outcome: 'REFUSED' },
      { subjectId: changed.id },
      { customerId: changed.id },
      { from: '2020-01-01T00:00:00Z', before: '2030-01-02T00:00:00Z' },
    ].map((filter) => [ROWS, { filter }] as const);
    const ofCustomer = ['{ history { nodes { id action } } }', '{ viewedBy { day role } }'].map(
      (part) => [`query ($id: ID!) { customer(id: $id) ${part} }`, { id: changed.id }] as const,
    );
    for (const [query, variables] of [...asked, ...ofCustomer]) {
      const plan = await planOf(query, variables);
      expect(plan, JSON.stringify(variables)).toMatch(/(Index (Only )?Scan using|Bitmap Index Scan on) audit_entry_\w+/);
      expect(plan, JSON.stringify(variables)).not.toContain('Seq Scan on audit_entry');
    }
    const { data } = await server.ask(admin, '{ auditActions }');
    expect(data.auditActions).toEqual(expect.arrayContaining(['bulk.0', 'bulk.49', 'customer.update', 'updateCustomer']));
  });
});

describe('a customer’s history', () => {
  const HISTORY =
    'query ($id: ID!) { customer(id: $id) { history { totalCount nodes { action changes { property after hidden } } } } }';

  test('is what was changed, for staff', async () => {
    const { data } = await server.ask(staff, HISTORY, { id: changed.id });
    expect(data.customer.history).toMatchObject({ totalCount: 1, nodes: [{ action: 'customer.update' }] });
  });

  test('hides what the reader may not read on the record itself', async () => {
    const permissions = ['viewer.read', 'customer.read', 'customer.history'];
    const key = 'guest';
    await server.database.manager.insert(Role, { key, name: 'Guest', reach: 'staff' as never, rank: 35, permissions });
    const { data } = await server.ask(await person(server, key), HISTORY, { id: changed.id });
    const [{ changes }] = data.customer.history.nodes;
    expect(changes).toContainEqual({ property: 'internalNote', after: null, hidden: true });
    expect(changes).toContainEqual({ property: 'website', after: 'https://prisme.example', hidden: false });
  });
});

describe('an export', () => {
  const fetched = async (url: string) => {
    const response = await fetch(`${server.origin}${url}`);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  test('is a CSV file of what was asked for, neutralised, and is in the journal itself', async () => {
    await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': '=cmd|calc', ...headersOf(staff) },
      body: JSON.stringify({ query: UPDATE, variables: { input: { id: changed.id, website: 'https://other.example' } } }),
    });
    const filter = { customerId: changed.id, outcome: 'CHANGED' };
    const { data } = await server.ask(admin, EXPORT, { input: { filter } });
    const { status, type, body } = await fetched(data.exportAuditEntries.downloadUrl);
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = body.trimEnd().split(/\n(?=[0-9a-f]{8}-)/);
    expect(lines[0]).toMatch(/^\uFEFF?id,at,outcome,action/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('website: ∅ → https://prisme.example');
    expect(lines[2]).toContain(`'=cmd|calc`);
    expect(body).not.toMatch(/(^|,)"?[=+@]/m);
    expect((await list({ action: 'audit.export' })).nodes).toMatchObject([
      { actor: { id: admin.id }, outcome: 'CHANGED', changes: [{ property: 'filter', after: filter }] },
    ]);
    await server.product.world.services.trail.flush();
    expect((await list({ action: 'audit.download' })).totalCount).toBe(1);
  });

  test('of thirty thousand entries comes whole', async () => {
    const { data } = await server.ask(admin, EXPORT, { input: { filter: { subjectType: 'Bulk' } } });
    const { body } = await fetched(data.exportAuditEntries.downloadUrl);
    expect(body.trimEnd().split('\n')).toHaveLength(30_001);
  });

  test('is over when whoever asked for it may no longer read the journal', async () => {
    const other = await person(server, 'admin');
    const { data } = await server.ask(other, EXPORT, { input: {} });
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [other.id]);
    expect((await fetched(data.exportAuditEntries.downloadUrl)).status).toBe(404);
  });
});

test('an id of what its reader sees is called by name, and nothing else is', async () => {
  const { id } = await customer(server);
  const [moved, to] = [await opportunity(server, staff.id, { customerId: id }), (await stages(server)).proposal];
  const heir = await person(server, 'staff', 'Rozenn Kermarrec');
  for (const [query, input] of [
    [
      'mutation ($input: ChangeOpportunityStageInput!) { changeOpportunityStage(input: $input) { userErrors { code } } }',
      { id: moved.id, stageId: to.id },
    ],
    [
      'mutation ($input: UpdateOpportunityInput!) { updateOpportunity(input: $input) { userErrors { code } } }',
      { id: moved.id, ownerId: heir.id, title: 'Kermarrec' },
    ],
  ] as const)
    expect(Object.values((await server.ask(admin, query, { input })).data)).toEqual([{ userErrors: [] }]);
  await server.product.world.services.trail.flush();
  const HISTORY = `query ($id: ID!) { customer(id: $id) { history(first: 10) { nodes { changes { property beforeName afterName } } } } }`;
  const { data } = await server.ask(admin, HISTORY, { id });
  const changes: Record<string, string | null>[] = data.customer.history.nodes.flatMap(
    (one: { changes: object[] }) => one.changes,
  );
  const before = (await stages(server)).prospecting;
  expect(Object.fromEntries(changes.map(({ property, ...names }) => [property, Object.values(names)]))).toMatchObject({
    stageId: [before.nameFr, to.nameFr],
    ownerId: [staff.name, 'Rozenn Kermarrec'],
    title: [null, null],
  });
});
