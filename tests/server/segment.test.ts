import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { all, segmentWorld } from '../support/segments.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof segmentWorld>>;

beforeAll(async () => {
  server = await startServer();
  world = await segmentWorld(server);
});
afterAll(() => server.stop());

const rule = all({ field: 'customer.hasEmail', op: 'YES' });
const rows = () => server.database.query('select id, key, name, rule, version from customer_segment order by created_at, id');
const act = async (name: string, id: string, who: TestPerson | null = world.manager) => {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  const field = name === 'deleteSegment' ? 'deletedId' : 'segment { id key name }';
  return server.ask(who, `mutation ($input: ${type}!) { ${name}(input: $input) { ${field} userErrors { path code } } }`, {
    input: { id },
  });
};
const list = async (who: TestPerson | null = world.staff) =>
  server.ask(
    who,
    '{ segments { id key name description colour delivered changed sentence memberCount following recent { entered left } movement(days: 3) { entered left members } viewerCan { update delete restore } } }',
  );

test('comes with segments, in the reader’s language, in few statements', async () => {
  const { result, statements } = await server.count(() => list());
  const segments = result.data.segments;
  expect(segments.map(({ key }: { key: string }) => key)).toEqual([
    'vip',
    'regular',
    'occasional',
    'new',
    'at_risk',
    'sleeping',
    'unpaid',
    'reachable',
  ]);
  expect(segments[0]).toMatchObject({
    name: 'VIP',
    sentence:
      'Nombre de commandes sur les 365 derniers jours est au moins 5 et Montant commandé sur les 365 derniers jours est au moins 2 000 €',
    memberCount: 0,
    changed: false,
    movement: [{ members: 0 }, { members: 0 }, { members: 0 }],
    viewerCan: { update: false, delete: false, restore: false },
  });
  expect(statements).toBeLessThanOrEqual(5);
});

test('is made, changed, copied and deleted, each with its audit entry', async () => {
  const { save, read, manager } = world;
  const made = await save({ name: '  Joignables ', description: 'Par écrit', rule });
  expect(made).toMatchObject({ userErrors: [], segment: { key: 'joignables', name: 'Joignables', version: 1, stale: true } });
  const { id } = made.segment;
  expect(await read(id)).toMatchObject({
    sentence: 'Adresse e-mail connue : oui',
    viewerCan: { update: true, delete: true, restore: false },
  });
  expect((await save({ name: 'JOIGNABLES', rule })).userErrors).toMatchObject([
    { path: ['input', 'name'], code: 'SEGMENT_NAME_TAKEN' },
  ]);
  expect((await save({ id, version: 1, name: 'Écrits', colour: 'RED' })).segment).toMatchObject({ name: 'Écrits', version: 2 });
  expect(codesOf(await save({ id, version: 1, name: 'Autre' }))).toEqual(['CONFLICT']);
  const copy = (await act('duplicateSegment', id)).data.duplicateSegment.segment;
  expect(copy).toMatchObject({ key: 'ecrits_copie', name: 'Écrits (copie)' });
  expect((await act('duplicateSegment', id)).data.duplicateSegment.segment.name).toBe('Écrits (copie 2)');
  expect((await act('deleteSegment', copy.id)).data.deleteSegment).toEqual({ deletedId: copy.id, userErrors: [] });
  expect(await read(copy.id)).toBeNull();
  const entries = await server.database.query(
    `select action from audit_entry where subject_id = $1 and actor_id = $2 order by at, id`,
    [id, manager.id],
  );
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(['segment.create', 'segment.update']);
});

test('one that came with the product is changed and put back, not deleted', async () => {
  const { save, read } = world;
  const { id } = (await list()).data.segments[4];
  expect((await save({ id, name: 'À surveiller', rule })).userErrors).toEqual([]);
  expect(await read(id)).toMatchObject({
    name: 'À surveiller',
    sentence: 'Adresse e-mail connue : oui',
    viewerCan: { restore: true },
  });
  expect(codesOf(await act('deleteSegment', id))).toEqual(['FORBIDDEN']);
  expect((await act('restoreSegment', id)).data.restoreSegment.segment).toMatchObject({ key: 'at_risk', name: 'À risque' });
  expect((await read(id)).sentence).toMatch(/^Nombre de commandes est au moins 3 et/);
});

test('what is refused changes nothing', async () => {
  const { save, staff } = world;
  const { segment } = await save({ name: `Gardé ${randomUUID()}`, rule });
  const before = await rows();
  const refused = async (input: object, who: TestPerson | null) => codesOf(await save(input, who));
  const [client, prestataire, reseller] = await Promise.all(
    ['client', 'prestataire', 'revendeur'].map((role) => person(server, role)),
  );
  for (const who of [staff, client, prestataire, reseller]) {
    expect(await refused({ name: 'Autre', rule }, who)).toEqual(['FORBIDDEN']);
    expect(await refused({ id: segment.id, name: 'Autre' }, who)).toEqual(['FORBIDDEN']);
    for (const name of ['deleteSegment', 'duplicateSegment', 'restoreSegment', 'refreshSegment'])
      expect(codesOf(await act(name, segment.id, who))).toEqual(['FORBIDDEN']);
  }
  expect(await refused({ name: 'Autre', rule }, null)).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await act('deleteSegment', segment.id, null))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await list(null))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await list(reseller))).toEqual(['FORBIDDEN']);
  expect(await refused({ id: randomUUID(), name: 'Autre' }, world.manager)).toEqual(['NOT_FOUND']);
  expect(await refused({ id: 'x', name: 'Autre' }, world.manager)).toEqual(['NOT_FOUND']);
  const wrong = async (input: object) =>
    (await save(input)).userErrors.map(({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`);
  expect(await wrong({ name: ' ', rule })).toEqual(['input.name BLANK']);
  expect(await wrong({ rule })).toEqual(['input.name BLANK']);
  expect(await wrong({ name: 'Sans règle' })).toEqual(['input.rule RULE_SHAPE']);
  expect(await wrong({ id: segment.id, rule: all({ field: 'x', op: 'YES' }) })).toEqual(['input.rule.of.0.field RULE_FIELD']);
  expect(await rows()).toEqual(before);
});

test('nobody learns from a segment what they may not see', async () => {
  const [{ id: roleId }] = await server.database.query(
    `insert into role (key, name, reach, rank, permissions) values ('analyst', 'Analyste', 'staff', 35, '{viewer.read,customer.read,segment.read,segment.manage}') returning id`,
  );
  const analyst = await person(server, []);
  await server.database.query('insert into user_role (user_id, role_id) values ($1, $2)', [analyst.id, roleId]);
  const debtor = await customer(server, { email: 'd@test.example' });
  await invoice(server, debtor.id, { issuedOn: '2024-01-01' });
  const owing = all({ field: 'invoices.overdue', op: 'MORE', value: 0 });
  expect((await world.preview(owing)).count).toBe(1);
  expect((await world.preview(owing, analyst)).userErrors).toMatchObject([
    { path: ['rule', 'of', '0', 'field'], code: 'RULE_FIELD' },
  ]);
  expect((await world.save({ name: 'Doit', rule: owing }, analyst)).userErrors).toMatchObject([{ code: 'RULE_FIELD' }]);
  const { segment } = await world.save({ name: 'Doit', rule: owing });
  await server.database.query('insert into segment_member (segment_id, customer_id) values ($1, $2)', [segment.id, debtor.id]);
  expect(await world.read(segment.id, analyst)).toBeNull();
  expect((await list(analyst)).data.segments.map(({ key }: { key: string }) => key)).not.toContain('unpaid');
  const filtered = async (who: TestPerson) =>
    (
      await server.ask(who, 'query ($filter: CustomerFilter!) { customers(first: 10, filter: $filter) { totalCount } }', {
        filter: { segmentId: segment.id },
      })
    ).data.customers.totalCount;
  expect(await filtered(world.staff)).toBe(1);
  expect(await filtered(analyst)).toBe(0);
  const fields = (await server.ask(analyst, '{ segmentFields { key } }')).data.segmentFields.map(
    ({ key }: { key: string }) => key,
  );
  expect(fields).toContain('customer.kind');
  expect(fields.filter((key: string) => /^(orders|invoices|consents|custom)\./.test(key))).toEqual([]);
  expect(codesOf(await server.ask(analyst, '{ customers(first: 1) { nodes { tags } } }'))).toEqual(['FORBIDDEN']);
  expect(fields).not.toContain('customer.tags');
});
