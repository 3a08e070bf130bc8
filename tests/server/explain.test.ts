import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entitiesWithPolicy, visible } from '../../server/core/access.js';
import { sql } from '../../server/core/sql.js';
import { tableOf } from '../../server/core/table.js';
import { conditionOf } from '../../server/features/explain/policy-steps.service.js';
import { whyOf } from '../../server/features/explain/why.rules.js';
import { viewerIn } from '../../server/features/session/viewer.service.js';
import { Reach } from '../../server/features/user/role.entity.js';
import { createWorld, roles, type World } from '../access/access.world.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { codesOf } from '../support/server.js';

let world: World;
let root: TestPerson;

beforeAll(async () => {
  world = await createWorld();
  root = world.people.superadmin as TestPerson;
});
afterAll(() => world?.server.stop());

const EXPLAIN = `query ($input: ExplainAccessInput!) { explainAccess(input: $input) {
  outcome decidedBy roleKey summary steps { rule depth holds text } } }`;
const explain = async (input: object) => (await world.server.ask(root, EXPLAIN, { input })).data?.explainAccess;

describe('the words say what the policies do', () => {
  test('every type has its rule in words', () => {
    expect(
      entitiesWithPolicy()
        .filter((entity) => !whyOf(entity))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test('for every role and every row they come to the same', async () => {
    const wrong: string[] = [];
    const system = world.server.product.system();
    for (const role of roles) {
      const who = await world.server.product.people.byUser(world.people[role]?.id ?? '');
      const viewer = viewerIn(who as NonNullable<typeof who>, undefined);
      for (const entity of entitiesWithPolicy()) {
        const reason = whyOf(entity)?.[viewer.reach as Reach];
        const it = sql`it`;
        const said = reason ? conditionOf(viewer, entity, reason, it) : sql`false`;
        const different = await system.query(sql`
          select from ${tableOf(entity).sql} it
          where (${visible(viewer, entity, it)}) is true <> ((${said}) is true)`);
        if (different.length > 0) wrong.push(`${role}: ${different.length} of ${entity.name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('an explanation', () => {
  test('names the condition that is not met', async () => {
    const { server, A } = world;
    const colleague = { userId: A.colleague, typeName: 'Invoice', id: A.issued };
    expect(await explain(colleague)).toMatchObject({
      outcome: 'HIDDEN',
      decidedBy: 'POLICY',
      roleKey: 'client',
      summary: expect.stringContaining('Il est membre de ce client, avec le droit Finances'),
    });
    const { steps } = await explain(colleague);
    expect(steps.map(({ rule, depth, holds }: { rule: string; depth: number; holds: boolean }) => [rule, depth, holds])).toEqual([
      ['ACCOUNT', 0, true],
      ['ROLE', 0, true],
      ['RECORD', 0, true],
      ['POLICY', 0, false],
      ['POLICY', 1, true],
      ['POLICY', 1, false],
      ['PERMISSION', 0, true],
    ]);
    expect(await explain({ ...colleague, userId: A.client })).toMatchObject({ outcome: 'SEEN', decidedBy: null });
    expect((await server.ask(world.people.colleague, `{ invoice(id: "${A.issued}") { id } }`)).data.invoice).toBeNull();
  });

  test('follows a record to the one that decides', async () => {
    const { A, B } = world;
    const { summary, steps } = await explain({ userId: A.revendeur, typeName: 'InvoiceLine', id: B.issuedLine });
    expect(summary).toContain('Un revendeur voit les clients dont il est le revendeur');
    expect(steps.filter(({ rule }: { rule: string }) => rule === 'POLICY').map(({ depth }: { depth: number }) => depth)).toEqual([
      0, 1, 2, 2, 3,
    ]);
  });

  test('tells a permission that is missing, and who has it', async () => {
    const { A } = world;
    const email = { userId: A.client, typeName: 'User', id: A.lead, field: 'email' };
    expect(await explain(email)).toMatchObject({
      outcome: 'HIDDEN',
      decidedBy: 'FIELD',
      summary: expect.stringMatching(/user\.read.*Équipe, Responsable, Administrateur, Superadministrateur/),
    });
    // A name stands beside what that person did; the list of users is not theirs.
    expect(await explain({ ...email, field: undefined })).toMatchObject({
      outcome: 'SEEN_THROUGH_OTHERS',
      decidedBy: 'PERMISSION',
    });
    expect(await explain({ ...email, field: 'name' })).toMatchObject({ outcome: 'SEEN_THROUGH_OTHERS' });
  });

  test('tells of the account, the role and the record', async () => {
    const { server, A } = world;
    const anna = await person(server, ['client', 'revendeur']);
    const it = await customer(server);
    await member(server, anna.id, it.id);
    const issued = await invoice(server, it.id);
    const about = { userId: anna.id, typeName: 'Invoice', id: issued.id };
    expect(await explain({ ...about, portal: 'CLIENT' })).toMatchObject({ outcome: 'SEEN', roleKey: 'client' });
    expect(await explain(about)).toMatchObject({ outcome: 'HIDDEN', decidedBy: 'POLICY', roleKey: 'revendeur' });
    expect(await explain({ ...about, portal: 'PRESTATAIRE' })).toMatchObject({
      outcome: 'HIDDEN',
      decidedBy: 'ROLE',
      roleKey: null,
    });
    expect(await explain({ ...about, id: randomUUID() })).toMatchObject({ outcome: 'HIDDEN', decidedBy: 'RECORD' });
    expect(await explain({ ...about, id: 'nothing' })).toMatchObject({ outcome: 'HIDDEN', decidedBy: 'RECORD' });
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [anna.id]);
    expect(await explain({ ...about, portal: 'CLIENT' })).toMatchObject({ outcome: 'HIDDEN', decidedBy: 'ACCOUNT' });
    expect(await explain({ userId: A.prestataire, typeName: 'Order', id: A.order })).toMatchObject({ decidedBy: 'POLICY' });
  });

  test('of ours it says the same, and that a second factor is due where one is', async () => {
    const { server, people, A } = world;
    const mail = (who: 'admin' | 'manager') => ({ userId: people[who]?.id, typeName: 'Mail', id: A.mail });
    expect(await explain(mail('admin'))).toMatchObject({ outcome: 'SEEN', roleKey: 'admin' });
    expect(await explain(mail('manager'))).toMatchObject({ outcome: 'HIDDEN', decidedBy: 'POLICY' });
    // Everybody of this world has a passkey but whoever comes now.
    const bare = { userId: (await person(server, 'admin')).id, typeName: 'Mail', id: A.mail };
    const rule = (value: string) =>
      server.database.query(`update setting set value = to_jsonb($1::text) where key = 'secondFactor'`, [value]);
    expect((await explain(bare)).outcome).toBe('SEEN');
    await rule('STAFF');
    expect(await explain(bare)).toMatchObject({ outcome: 'HIDDEN', decidedBy: 'ACCOUNT' });
    expect((await explain(mail('admin'))).outcome).toBe('SEEN');
    await rule('OPTIONAL');
  });

  test('whom and what there is not', async () => {
    const { server, A } = world;
    const about = { userId: A.client, typeName: 'Invoice', id: A.issued };
    expect(await explain({ ...about, userId: randomUUID() })).toBeNull();
    for (const input of [
      { ...about, typeName: 'Viewing' },
      { ...about, typeName: '__Schema' },
      { ...about, field: 'secret' },
    ])
      expect(codesOf(await server.ask(root, EXPLAIN, { input }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await server.ask(world.people.admin, EXPLAIN, { input: about }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, EXPLAIN, { input: about }))).toEqual(['UNAUTHENTICATED']);
  });
});
