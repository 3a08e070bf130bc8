import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { lettersTo } from '../support/letters.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;
let root: TestPerson;
let admin: TestPerson;
let manager: TestPerson;
let anna: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [root, admin, manager] = [await person(server, 'superadmin'), await person(server, 'admin'), await person(server, 'manager')];
});
beforeEach(async () => {
  anna = await person(server, 'client', 'Anna Le Goff');
});
afterAll(() => server.stop());

const mutation = (name: string, fields = 'user { id name email phone status roleKeys }') =>
  `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { it: ${name}(input: $input) { ${fields} userErrors { path code message } } }`;
const run = async (who: TestPerson | null, name: string, input: object) => server.ask(who, mutation(name), { input });
const mistakes = async (who: TestPerson, name: string, input: object) =>
  ((await run(who, name, input)).data?.it.userErrors ?? []).map(({ path, code }: { path: string[]; code: string }) => [
    path.join('.'),
    code,
  ]);
const neu = (more: object = {}) => ({ name: 'Neuve', email: `${randomUUID()}@test.example`, roleKeys: ['client'], ...more });
// What was refused or read is written a moment later, and changes nothing.
const everything = async () =>
  (
    await server.database.query(`select (select json_agg(u order by id) from "user" u)::text ||
      (select json_agg(u order by id) from user_role u)::text || (select count(*) from audit_entry where outcome = 'CHANGED') as it`)
  )[0].it;
const actionsOn = async (id: string): Promise<string[]> =>
  (await server.database.query('select action from audit_entry where subject_id = $1 order by id', [id])).map(
    ({ action }: { action: string }) => action,
  );

describe('making and changing one', () => {
  test('a new user has what was typed, tidied, and no password', async () => {
    const email = `${randomUUID()}@test.example`;
    const input = neu({
      name: ' Yann Kervella ',
      email: ` ${email.toUpperCase()} `,
      phone: '02 98 00 11 22',
      locale: 'EN',
      roleKeys: ['staff', 'client'],
    });
    const { data } = await run(admin, 'createUser', input);
    expect(data.it).toMatchObject({
      user: { name: 'Yann Kervella', email, phone: '+33298001122', status: 'ACTIVE', roleKeys: ['staff', 'client'] },
      userErrors: [],
    });
    const [row] = await server.database.query('select password_hash, locale from "user" where id = $1', [data.it.user.id]);
    expect(row).toEqual({ password_hash: null, locale: 'en' });
    expect(await actionsOn(data.it.user.id)).toEqual(['user.create']);
    const [letter] = await lettersTo(server, email);
    expect(letter.subject).toBe('Your Prisme account');
    const reset = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }';
    const chosen = await server.ask(null, reset, { input: { token: letter.token, password: 'quatre mots bien à moi' } });
    expect(chosen.data.resetPassword.userErrors).toEqual([]);
  });

  test('what is wrong is said at its field, and nothing changed', async () => {
    const before = await everything();
    expect(await mistakes(admin, 'createUser', neu({ email: anna.email.toUpperCase() }))).toEqual([
      ['input.email', 'EMAIL_TAKEN'],
    ]);
    expect(await mistakes(admin, 'createUser', neu({ name: ' ', email: 'nobody', phone: '12' }))).toEqual([
      ['input.name', 'BLANK'],
      ['input.email', 'INVALID_EMAIL'],
      ['input.phone', 'INVALID_PHONE'],
    ]);
    expect(await mistakes(admin, 'createUser', neu({ name: 'x'.repeat(10_000) }))).toEqual([['input.name', 'TOO_LONG']]);
    expect(await mistakes(admin, 'createUser', neu({ roleKeys: [] }))).toEqual([['input.roleKeys', 'NO_ROLE']]);
    expect(await mistakes(admin, 'createUser', neu({ roleKeys: ['client', 'king'] }))).toEqual([
      ['input.roleKeys', 'UNKNOWN_ROLE'],
    ]);
    expect(await mistakes(admin, 'createUser', neu({ roleKeys: ['admin'] }))).toEqual([['input.roleKeys', 'ROLE_ABOVE_YOURS']]);
    expect(await mistakes(admin, 'createUser', neu({ roleKeys: ['superadmin'] }))).toEqual([
      ['input.roleKeys', 'ROLE_ABOVE_YOURS'],
    ]);
    expect(await mistakes(admin, 'updateUser', { id: anna.id, email: root.email })).toEqual([['input.email', 'EMAIL_TAKEN']]);
    expect(await mistakes(admin, 'updateUser', { id: anna.id, email: null, name: null })).toEqual([
      ['input.name', 'BLANK'],
      ['input.email', 'BLANK'],
    ]);
    expect(await everything()).toBe(before);
  });

  test('a change leaves the rest as it is', async () => {
    const { data } = await run(admin, 'updateUser', { id: anna.id, phone: '+33298001122' });
    expect(data.it.user).toMatchObject({ name: 'Anna Le Goff', email: anna.email, phone: '+33298001122' });
  });

  test('an address that changed is told to whom it was, and what was mailed there opens nothing', async () => {
    await server.database.query(
      `insert into mailed_link (purpose, token_hash, user_id, expires_at) values ('RESET', uuidv4(), $1, now() + interval '1 hour')`,
      [anna.id],
    );
    const neu = `${randomUUID()}@test.example`;
    await run(admin, 'updateUser', { id: anna.id, email: neu });
    expect((await lettersTo(server, anna.email)).at(-1)?.text).toContain(neu);
    const open = 'select from mailed_link where user_id = $1 and used_at is null and replaced_at is null';
    expect(await server.database.query(open, [anna.id])).toEqual([]);
  });

  test('nobody else may, and those at or above one’s rank are left alone', async () => {
    const before = await everything();
    for (const who of [manager, anna]) expect(codesOf(await run(who, 'createUser', neu()))).toEqual(['FORBIDDEN']);
    expect(codesOf(await run(null, 'createUser', neu()))).toEqual(['UNAUTHENTICATED']);
    const peer = await person(server, 'admin');
    const after = await everything();
    expect(after).not.toBe(before);
    for (const { id } of [root, peer, admin])
      for (const [name, more] of [
        ['updateUser', { name: 'x' }],
        ['assignRoles', { roleKeys: ['client'] }],
        ['assignRole', { roleKey: 'client' }],
      ] as const)
        expect(codesOf(await run(admin, name, { id, ...more }))).toEqual(['FORBIDDEN']);
    for (const { id } of [root, peer])
      for (const [name, more] of [
        ['suspendUser', {}],
        ['reactivateUser', {}],
        ['deleteUser', { rememberedAs: 'NAME' }],
      ] as const)
        expect(codesOf(await run(admin, name, { id, ...more }))).toEqual(['FORBIDDEN']);
    for (const id of [randomUUID(), 'nobody']) expect(codesOf(await run(admin, 'suspendUser', { id }))).toEqual(['NOT_FOUND']);
    expect(await everything()).toBe(after);
  });

  test('nobody raises themselves, by a role of their own neither', async () => {
    const { data } = await server.ask(
      admin,
      `mutation { createRole(input: { key: "mine-${randomUUID().slice(0, 6)}", name: "x", reach: STAFF, rank: 60, permissions: [] }) { userErrors { path code } } }`,
    );
    expect(data.createRole.userErrors).toEqual([{ path: ['input', 'rank'], code: 'RANK_ABOVE_YOURS' }]);
    expect(await mistakes(admin, 'assignRoles', { id: anna.id, roleKeys: ['superadmin'] })).toEqual([
      ['input.roleKeys', 'ROLE_ABOVE_YOURS'],
    ]);
    const viewerCan = await server.ask(
      admin,
      `{ user(id: "${admin.id}") { viewerCan { update suspend delete assignRoles viewAs } } }`,
    );
    expect(viewerCan.data.user.viewerCan).toEqual({
      update: false,
      suspend: false,
      delete: false,
      assignRoles: false,
      viewAs: false,
    });
  });
});

describe('putting somebody out', () => {
  const viewer = '{ viewer { id } }';

  test('a suspension ends sessions and sockets at once, and lasts until it is taken back', async () => {
    const { client, closing } = socket(server, anna);
    await expect.poll(async () => (await server.ask(anna, viewer)).data?.viewer.id).toBe(anna.id);
    const { data } = await run(admin, 'suspendUser', { id: anna.id });
    expect(data.it.user.status).toBe('SUSPENDED');
    expect((await closing).code).toBe(4403);
    await client.dispose();
    await expect.poll(async () => codesOf(await server.ask(anna, viewer))).toEqual(['UNAUTHENTICATED']);
    await run(admin, 'reactivateUser', { id: anna.id });
    expect(codesOf(await server.ask(anna, viewer))).toEqual(['UNAUTHENTICATED']);
    expect(await signsIn(anna.email)).toBe(true);
    expect(await actionsOn(anna.id)).toEqual(['user.suspend', 'user.reactivate']);
  });

  const signsIn = async (email: string): Promise<boolean> => {
    const login =
      'mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) { accessToken } }';
    return (await server.ask(null, login, { email, password: PASSWORD })).data.login.accessToken !== null;
  };

  test.each(['NAME', 'PSEUDONYM'])('who is deleted is gone, and what they did stays: %s', async (rememberedAs) => {
    const seller = await person(server, 'revendeur', 'Katell Roux');
    const it = await customer(server, { resellerId: seller.id });
    await server.database.query(`update "user" set phone = '+33298001122', locale = 'fr' where id = $1`, [seller.id]);
    const { data } = await run(admin, 'deleteUser', { id: seller.id, rememberedAs });
    const name = rememberedAs === 'NAME' ? 'Katell Roux' : expect.stringMatching(/^Ancien compte [0-9A-F]{6}$/);
    expect(data.it.user).toMatchObject({ name, status: 'DELETED', phone: null, roleKeys: [] });
    const [row] = await server.database.query('select * from "user" where id = $1', [seller.id]);
    expect(row).toMatchObject({ phone: null, locale: null, password_hash: null, last_login_at: null });
    expect(JSON.stringify(row)).not.toContain(seller.email);
    const told = await server.ask(admin, `{ customer(id: "${it.id}") { reseller { name status } } }`);
    expect(told.data.customer.reseller).toEqual({ name, status: 'DELETED' });
    expect(await signsIn(seller.email)).toBe(false);
    await expect.poll(async () => codesOf(await server.ask(seller, viewer))).toEqual(['UNAUTHENTICATED']);
    expect(await mistakes(admin, 'createUser', neu({ email: seller.email }))).toEqual([]);
    for (const verb of ['updateUser', 'reactivateUser'])
      expect(codesOf(await run(root, verb, { id: seller.id }))).toEqual(['FORBIDDEN']);
  });

  test('a member who is deleted is a member no more, and is not listed', async () => {
    const it = await customer(server);
    await member(server, anna.id, it.id);
    await run(admin, 'deleteUser', { id: anna.id, rememberedAs: 'NAME' });
    expect(await server.database.query('select from membership where user_id = $1', [anna.id])).toEqual([]);
    const list = (filter: string) =>
      server.ask(admin, `{ users(first: 100, filter: { search: "Anna Le Goff" ${filter} }) { nodes { id } } }`);
    const ids = async (filter: string) => (await list(filter)).data.users.nodes.map(({ id }: { id: string }) => id);
    expect(await ids('')).not.toContain(anna.id);
    expect(await ids('status: DELETED')).toContain(anna.id);
  });

  test('nobody puts themselves out', async () => {
    for (const [name, input] of [
      ['suspendUser', { id: root.id }],
      ['deleteUser', { id: root.id, rememberedAs: 'NAME' }],
    ] as const)
      expect(await mistakes(root, name, input)).toEqual([['input.id', 'OWN_ACCOUNT']]);
    expect(await mistakes(root, 'assignRoles', { id: root.id, roleKeys: ['admin'] })).toEqual([
      ['input.roleKeys', 'OWN_ACCOUNT'],
    ]);
  });
});

describe('roles of somebody', () => {
  test('they change from the next request, and the old session is over', async () => {
    const { data } = await run(admin, 'assignRoles', { id: anna.id, roleKeys: ['revendeur', 'prestataire'] });
    expect(data.it.user.roleKeys).toEqual(['revendeur', 'prestataire']);
    await expect.poll(async () => codesOf(await server.ask(anna, '{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
    expect((await run(admin, 'assignRole', { id: anna.id, roleKey: 'client' })).data.it.user.roleKeys).toHaveLength(3);
    const same = { id: anna.id, roleKeys: ['client', 'client'] };
    expect((await run(admin, 'assignRoles', same)).data.it.user.roleKeys).toEqual(['client']);
  });

  test('a superadmin adds a role to themselves and stays signed in', async () => {
    const other = await person(server, 'superadmin');
    await run(other, 'assignRole', { id: other.id, roleKey: 'client' });
    const there = async () => (await server.ask({ ...other, portal: 'client' }, '{ viewer { portals roleKey } }')).data?.viewer;
    await expect.poll(there).toEqual({ portals: ['SUPERADMIN', 'CLIENT'], roleKey: 'client' });
  });
});
