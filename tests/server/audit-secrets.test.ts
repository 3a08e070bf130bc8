import { randomUUID } from 'node:crypto';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../server/core/audit.entity.js';
import { Outcome } from '../../server/core/audit-row.js';
import { AuditTrail } from '../../server/core/audit-trail.js';
import { buildSchema } from '../../server/schema.js';
import { PASSWORD, person } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const mutations = Object.values(buildSchema().getMutationType()!.getFields());
const SECRET = /password|secret|token|code|credential|response/i;
const canary = `canary${randomUUID().replaceAll('-', '')}`;

/** Something of the type, with the canary wherever a secret is asked for. */
function something(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return something(type.ofType, name);
  if (isListType(type)) return [something(type.ofType, name)];
  if (isInputObjectType(type))
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, something(field.type, field.name)]));
  if (isEnumType(type)) return type.getValues()[0].name;
  const scalar = getNamedType(type).name;
  if (scalar === 'String') return SECRET.test(name) ? canary : 'x';
  const others: Record<string, unknown> = {
    ID: randomUUID(),
    Int: 1,
    Float: 1,
    Boolean: true,
    Cents: 1,
    Date: '2026-01-01',
    DateTime: '2026-01-01T00:00:00Z',
    JSON: { [name]: canary },
  };
  return scalar in others ? others[scalar] : null;
}

const asked = (field: GraphQLField<unknown, unknown>) => {
  const variables = Object.fromEntries(field.args.map((arg) => [arg.name, something(arg.type, arg.name)]));
  const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return {
    query: `mutation ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} { userErrors { code } } }`,
    variables,
  };
};

async function everything(): Promise<string> {
  await server.product.world.services.trail.flush();
  const [{ all }] = await server.database.query(`select string_agg(entry::text, ' ') as all from audit_entry entry`);
  return all;
}

test('no mutation leaves what it was told in secret', async () => {
  const root = await person(server, 'superadmin');
  for (const field of mutations) {
    const { query, variables } = asked(field);
    for (const asker of [null, root, await person(server, 'client')]) await server.ask(asker, query, variables);
  }
  const all = await everything();
  expect(all).toContain('REFUSED');
  expect(all).not.toContain(canary);
});

test('nor does one that works', async () => {
  const anna = await person(server, 'client');
  const next = `a long and unusual phrase ${randomUUID()}`;
  const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) { accessToken } }`;
  const CHANGE = `mutation ($from: String!, $to: String!) { changePassword(input: { currentPassword: $from, newPassword: $to }) { userErrors { code } } }`;
  const { data } = await server.ask(null, LOGIN, { email: anna.email, password: PASSWORD });
  const token = data.login.accessToken as string;
  expect((await server.ask({ token }, CHANGE, { from: PASSWORD, to: next })).data.changePassword.userErrors).toEqual([]);
  const all = await everything();
  for (const secret of [PASSWORD, next, token, '$argon2']) expect(all).not.toContain(secret);
});

test('and a property that is called a secret is told as changed, never as what', async () => {
  const subject = await customer(server);
  const ctx = server.product.system();
  await audit(ctx, 'test.secret', subject, {
    passwordHash: [canary, canary],
    resetToken: [null, canary],
    totpSecret: [canary, null],
  });
  const [{ changes }] = await server.database.query(`select changes from audit_entry where action = 'test.secret'`);
  expect(changes).toEqual({ passwordHash: ['•••', '•••'], resetToken: [null, '•••'], totpSecret: ['•••', null] });
});

test('what is refused again and again is told by how often, once its minute is over', async () => {
  const trail = new AuditTrail(server.databaseUrl, server.product.logger);
  const row = {
    ...{
      actorId: randomUUID(),
      actorRole: 'client',
      asUserId: null,
      sessionId: null,
      ip: '10.0.0.1',
      userAgent: null,
      requestId: null,
    },
    ...{
      outcome: Outcome.REFUSED,
      action: 'test.flood',
      code: 'FORBIDDEN',
      times: 1,
      subjectType: 'Node',
      aboutId: null,
      changes: null,
      at: null,
    },
  };
  for (let n = 0; n < 5_000; n++) trail.note({ ...row, subjectId: n < 100 ? null : randomUUID() });
  await trail.flush();
  const [{ rows }] = await server.database.query(`select count(*)::int as rows from audit_entry where action = 'test.flood'`);
  // One without an object, nineteen with one each, and one for all the rest.
  expect(rows).toBe(21);
  await trail.close();
  const [{ times }] = await server.database.query(`select sum(times)::int as times from audit_entry where action = 'test.flood'`);
  expect(times).toBe(5_000);
});
