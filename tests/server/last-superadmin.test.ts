import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let root: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [root, admin] = [await person(server, 'superadmin'), await person(server, 'admin')];
});
afterAll(() => server.stop());

const run = (who: TestPerson, name: string, input: object) =>
  server.ask(
    who,
    `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { it: ${name}(input: $input) { userErrors { code } } }`,
    { input },
  );

const superadmins = async (): Promise<string[]> =>
  (
    await server.database.query(`select u.id from "user" u join user_role g on g.user_id = u.id join role r on r.id = g.role_id
      where r.key = 'superadmin' and u.status = 'ACTIVE'`)
  ).map(({ id }: { id: string }) => id);

test.each([
  ['suspendUser', {}],
  ['deleteUser', { rememberedAs: 'NAME' }],
  ['assignRoles', { roleKeys: ['admin'] }],
])('two remove each other by %s, twenty times at once: one stays', async (name, more) => {
  const [one, two] = [await person(server, 'superadmin'), await person(server, 'superadmin')];
  const rest = (await superadmins()).filter((id) => ![one.id, two.id].includes(id));
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = any($1)`, [rest]);
  await expect.poll(superadmins).toHaveLength(2);
  const attempts = Array.from({ length: 20 }, (_, i) =>
    i % 2 === 0 ? run(one, name, { id: two.id, ...more }) : run(two, name, { id: one.id, ...more }),
  );
  const answers = await Promise.all(attempts);
  const [winner, ...others] = await superadmins();
  expect(others).toEqual([]);
  expect([one.id, two.id]).toContain(winner);
  for (const { errors } of answers)
    expect(errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('INTERNAL_SERVER_ERROR');
  await server.database.query(`update "user" set status = 'ACTIVE' where id = any($1)`, [rest]);
  server.product.people.forget();
});

test('a custom role that may delete users does not get the last one either', async () => {
  const all = await superadmins();
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = any($1)`, [all.filter((id) => id !== root.id)]);
  for (const who of [admin])
    expect(codesOf(await run(who, 'deleteUser', { id: root.id, rememberedAs: 'NAME' }))).toEqual(['FORBIDDEN']);
  expect(await superadmins()).toEqual([root.id]);
});
