import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../server/core/events/event-bus.js';
import { person, type TestPerson } from '../support/as.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;
let root: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [root, admin] = [await person(server, 'superadmin'), await person(server, 'admin')];
});
afterAll(() => server.stop());

const run = (who: TestPerson | null, name: string, input: object) => {
  const fields =
    name === 'deleteRole' ? 'id' : 'role { id key name reach rank permissions builtIn holders viewerCan { update delete give } }';
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input!`;
  return server.ask(
    who,
    `mutation ($input: ${type}) { it: ${name}(input: $input) { ${fields} userErrors { path code message } } }`,
    { input },
  );
};
const mistakes = async (who: TestPerson, name: string, input: object) =>
  ((await run(who, name, input)).data?.it.userErrors ?? []).map(
    ({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`,
  );
const key = () => `own-${randomUUID().slice(0, 8)}`;
const neu = (more: object = {}) => ({
  key: key(),
  name: 'Comptable',
  reach: 'STAFF',
  rank: 45,
  permissions: ['viewer.read', 'invoice.read'],
  ...more,
});
const made = async (more: object = {}): Promise<string> => (await run(root, 'createRole', neu(more))).data.it.role.id;
const idOfRole = async (of: string): Promise<string> =>
  (await server.database.query('select id from role where key = $1', [of]))[0].id;
const everything = async () =>
  (
    await server.database.query(
      // What was refused or read is written a moment later, and changes nothing.
      "select (select json_agg(r order by id)::text from role r) || (select count(*) from audit_entry where outcome = 'CHANGED') as it",
    )
  )[0].it;

test('the catalogue says in both languages what a role may be given', async () => {
  const ask = async (language: string) => {
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${root.token}`, 'accept-language': language },
      body: JSON.stringify({ query: '{ permissions { key group description } }' }),
    });
    return (await response.json()).data.permissions;
  };
  const issue = (description: string) => ({ key: 'invoice.issue', group: 'MONEY', description });
  expect(await ask('fr')).toContainEqual(issue('Émettre une facture'));
  expect(await ask('en')).toContainEqual(issue('Issue an invoice'));
});

describe('a role of one’s own', () => {
  test('is made, changed, and goes when nobody has it', async () => {
    const { data } = await run(admin, 'createRole', neu({ name: ' Comptable ' }));
    expect(data.it).toMatchObject({
      role: {
        name: 'Comptable',
        reach: 'STAFF',
        rank: 45,
        permissions: ['invoice.read', 'viewer.read'],
        builtIn: false,
        holders: 0,
      },
      userErrors: [],
    });
    const { id, key: itsKey } = data.it.role;
    const changed = await run(admin, 'updateRole', { id, rank: 46, permissions: ['viewer.read', 'order.read'] });
    expect(changed.data.it.role).toMatchObject({ rank: 46, name: 'Comptable', permissions: ['order.read', 'viewer.read'] });
    const holder = await person(server, itsKey);
    expect((await server.ask(holder, '{ viewer { roleKey permissions } }')).data.viewer).toEqual({
      roleKey: itsKey,
      permissions: ['order.read', 'viewer.read'],
    });
    expect((await run(admin, 'deleteRole', { id })).data.it.userErrors).toMatchObject([
      { code: 'ROLE_IN_USE', message: expect.stringContaining('1') },
    ]);
    await server.database.query('delete from user_role where role_id = $1', [id]);
    expect((await run(admin, 'deleteRole', { id })).data.it).toEqual({ id, userErrors: [] });
    const actions = await server.database.query('select action from audit_entry where subject_id = $1 order by id', [id]);
    expect(actions.map(({ action }: { action: string }) => action)).toEqual(['role.create', 'role.update', 'role.delete']);
  });

  test('what is wrong is said at its field, and nothing changed', async () => {
    const mine = await made();
    const [manager, taken] = [await idOfRole('manager'), await made({ rank: 60 })];
    const before = await everything();
    expect(await mistakes(admin, 'createRole', neu({ key: 'Not a key', name: ' ', rank: 60 }))).toEqual([
      'input.key INVALID_ROLE_KEY',
      'input.name BLANK',
      'input.rank RANK_ABOVE_YOURS',
    ]);
    expect(await mistakes(admin, 'createRole', neu({ key: 'staff' }))).toEqual(['input.key ROLE_KEY_TAKEN']);
    expect(await mistakes(admin, 'createRole', neu({ name: 'x'.repeat(10_000) }))).toEqual(['input.name TOO_LONG']);
    expect(await mistakes(root, 'createRole', neu({ permissions: ['viewer.read', 'all'] }))).toEqual([
      'input.permissions UNKNOWN_PERMISSION',
    ]);
    expect(await mistakes(admin, 'createRole', neu({ permissions: ['user.viewAs'] }))).toEqual([
      'input.permissions PERMISSION_NOT_YOURS',
    ]);
    expect(await mistakes(admin, 'updateRole', { id: mine, permissions: ['viewer.read', 'access.explain'] })).toEqual([
      'input.permissions PERMISSION_NOT_YOURS',
    ]);
    expect(await mistakes(root, 'updateRole', { id: mine, rank: 70 })).toEqual(['input.rank RANK_ABOVE_YOURS']);
    expect(await mistakes(root, 'updateRole', { id: manager, rank: 55, reach: 'CLIENT' })).toEqual([
      'input.reach ROLE_BUILT_IN',
      'input.rank ROLE_BUILT_IN',
    ]);
    for (const [name, more] of [
      ['updateRole', { name: 'x' }],
      ['deleteRole', {}],
    ] as const) {
      expect(codesOf(await run(admin, name, { id: taken, ...more }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await run(root, name, { id: randomUUID(), ...more }))).toEqual(['NOT_FOUND']);
      expect(codesOf(await run(null, name, { id: mine, ...more }))).toEqual(['UNAUTHENTICATED']);
    }
    for (const of of ['admin', 'superadmin'])
      expect(codesOf(await run(admin, 'updateRole', { id: await idOfRole(of), permissions: [] }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await run(root, 'deleteRole', { id: manager }))).toEqual(['FORBIDDEN']);
    expect(await everything()).toBe(before);
  });

  test('superadmins keep what they need to come back', async () => {
    const id = await idOfRole('superadmin');
    const { permissions } = (await server.ask(root, '{ viewer { permissions } }')).data.viewer;
    const without = (taken: string) => ({ id, permissions: permissions.filter((each: string) => each !== taken) });
    for (const needed of ['role.update', 'role.read', 'role.assign', 'viewer.read'])
      expect(await mistakes(root, 'updateRole', without(needed))).toEqual(['input.permissions PERMISSION_NEEDED']);
    expect(await mistakes(root, 'updateRole', without('opportunity.delete'))).toEqual([]);
    await expect
      .poll(async () => (await server.ask(root, '{ viewer { permissions } }')).data.viewer.permissions)
      .not.toContain('opportunity.delete');
    expect(await mistakes(root, 'updateRole', { id, permissions })).toEqual([]);
  });
});

test('a change of a role counts from the next request, and on open sockets', async () => {
  const name = key();
  const id = await made({ key: name, reach: 'REVENDEUR', rank: 12, permissions: ['viewer.read', 'opportunity.read'] });
  const seller = await person(server, name);
  const deal = await opportunity(server, seller.id);
  const bus = server.product.world.services.events;
  const { client, subscribe } = socket(server, seller);
  const heard = subscribe('subscription { opportunityChanged { id } }');
  await expect.poll(() => bus.readers('opportunity'), { interval: 5 }).toBe(1);
  await publish(server.product.system(), { topic: 'opportunity', id: deal.id });
  expect(await heard.next()).toMatchObject([{ data: { opportunityChanged: { id: deal.id } } }]);
  await run(root, 'updateRole', { id, permissions: ['viewer.read'] });
  await expect
    .poll(async () => codesOf(await server.ask(seller, `{ opportunity(id: "${deal.id}") { id } }`)))
    .toEqual(['FORBIDDEN']);
  await publish(server.product.system(), { topic: 'opportunity', id: deal.id });
  await heard.end();
  expect(JSON.stringify(heard.told.at(-1))).toContain('FORBIDDEN');
  await client.dispose();
});
