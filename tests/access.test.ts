import { type GraphQLField, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entitiesWithPolicy, policyOf, requirementOf } from '../server/core/access.js';
import type { Context } from '../server/core/context.js';
import { isPermission } from '../server/features/user/permission.words.js';
import { builtInRoles } from '../server/features/user/role.permissions.js';
import { buildSchema } from '../server/schema.js';
import { wrongForReaders, wrongInAbility } from './access/ability.check.js';
import { abilities } from './access/ability.table.js';
import { wrongInQuery } from './access/access.check.js';
import { createWorld, type World } from './access/access.world.js';
import { wrongInField } from './access/field.check.js';
import { fields } from './access/field.table.js';
import { wrongInAddress } from './access/file.check.js';
import { wrongOnLinks, wrongWhenGone } from './access/gone.check.js';
import { wrongInSubscription, wrongOnCustomerPage } from './access/live.check.js';
import { wrongInMutation, wrongInSecond } from './access/mutation.check.js';
import { mutations } from './access/mutation.table.js';
import { wrongAt } from './access/path.check.js';
import { paths } from './access/paths.table.js';
import { withEveryPermission, withReadingOnly } from './access/permission.world.js';
import { wrongInPolicy } from './access/policy.check.js';
import { queries } from './access/query.table.js';
import { routesOf, wrongOnRoute } from './access/route.check.js';
import { routes } from './access/route.table.js';
import { requirementBites, verbBites, visibilityBites } from './access/rule.check.js';
import { secondNames, untried } from './access/second.check.js';
import { seconds } from './access/second.table.js';
import { seen, type TypeName } from './access/seen.table.js';
import { subscriptions } from './access/subscription.table.js';
import { permissionBites, policyBites } from './access/teeth.check.js';

const schema = buildSchema();
let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.server.stop());

/** What is wrong for those of A and of the house, and for those of B. */
async function forAll(wrongIn: (world: World) => Promise<string[]>): Promise<string[]> {
  const fromB = world.seenFromB ? await wrongIn(world.seenFromB) : [];
  return [...(await wrongIn(world)), ...fromB.map((line) => `seen from B: ${line}`)];
}

const named = <R extends { field: string; title: string }>(rows: readonly R[]) =>
  rows.map((row) => [row.title ? `${row.field}: ${row.title}` : row.field, row] as const);

const everyField = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).map((field) => ({
        type: type.name,
        name: `${type.name}.${field.name}`,
        requires: requirementOf(field as GraphQLField<unknown, Context>),
      }))
    : [],
);
const isRoot = (type: string) => ['Query', 'Mutation', 'Subscription'].includes(type);
const unique = (names: readonly string[]) => [...new Set(names)].sort();

describe('nothing is left out', () => {
  test('every root field has a row, and every row a field', () => {
    const rows = [...queries, ...mutations, ...subscriptions].map(({ field }) => field);
    expect(unique(rows)).toEqual(unique(everyField.filter(({ type }) => isRoot(type)).map(({ name }) => name)));
  });

  test('every field below that needs a permission has a row', () => {
    const rows = fields.map(({ field }) => field);
    const needed = everyField.filter(({ type, requires }) => !isRoot(type) && requires !== undefined).map(({ name }) => name);
    expect(needed.filter((name) => !rows.includes(name))).toEqual([]);
    expect(rows.filter((row) => !everyField.some(({ name }) => name === row))).toEqual([]);
  });

  test('every permission that is asked for or given is in the catalogue, in words', () => {
    const asked = everyField.flatMap(({ requires }) => (requires && requires !== 'public' ? [requires] : []));
    const given = builtInRoles.flatMap(({ permissions }) => permissions);
    expect(unique([...asked, ...given]).filter((permission) => !isPermission(permission))).toEqual([]);
  });

  test('a mutation that names several rows has a row for each beside the first', () => {
    expect(untried(schema)).toEqual([]);
    expect(secondNames(schema).length).toBeGreaterThan(20);
  });

  test('every entity with a policy is in the table of what is seen, and has a path', () => {
    expect(unique(Object.values(seen).map(({ entity }) => entity.name))).toEqual(
      unique(entitiesWithPolicy().map(({ name }) => name)),
    );
    expect(unique(paths.map(({ type }) => type))).toEqual(unique(Object.keys(seen)));
  });
});

describe('queries', () => {
  test.each(named(queries))('%s', async (_, row) => {
    expect(await forAll((side) => wrongInQuery(side, row))).toEqual([]);
  });
});

describe('fields', () => {
  test.each(fields.map((row) => [row.field, row] as const))('%s', async (_, row) => {
    expect(await forAll((side) => wrongInField(side, row))).toEqual([]);
  });
});

const wrongOnPath = async (side: World, path: (typeof paths)[number], permitted = false) =>
  (await Promise.all(side.roles.map((role) => wrongAt(side, path, role, permitted)))).filter((line) => line !== null);

describe('paths', () => {
  test.each(paths.map((path) => [`${path.type} by ${path.title}`, path] as const))('%s', async (_, path) => {
    expect(await forAll((side) => wrongOnPath(side, path))).toEqual([]);
  });
});

describe('policies by themselves', () => {
  // Whoever has the permission sees the texts, whatever their role.
  const types = (Object.keys(seen) as TypeName[]).filter((type) => type !== 'consentText' && type !== 'contactPurpose');
  test.each(types)('%s', async (type) => {
    expect(await forAll((side) => wrongInPolicy(side, type))).toEqual([]);
  });
});

test('a file is had by the address its reader was given, and by no other', async () => {
  expect(await forAll(wrongInAddress)).toEqual([]);
});

describe('HTTP', () => {
  test('every route has a row', () => {
    expect(unique(routes.map(({ route, methods }) => `${route} ${methods}`))).toEqual(unique(routesOf(world)));
  });

  test.each(routes.map((row) => [row.route, row] as const))('%s', async (_, row) => {
    expect(await wrongOnRoute(world, row)).toEqual([]);
  });
});

describe('subscriptions', () => {
  test.each(named(subscriptions))('%s', async (_, row) => {
    expect(await forAll((side) => wrongInSubscription(side, row))).toEqual([]);
  });

  test('a customer’s page is told of the parts that its reader sees', async () => {
    expect(await forAll(wrongOnCustomerPage)).toEqual([]);
  });
});

describe('what somebody may do with it', () => {
  test('every verb of every policy is in the table', () => {
    const verbs = entitiesWithPolicy().flatMap((entity) =>
      Object.keys(policyOf(entity).can).map((verb) => `${entity.name}.${verb}`),
    );
    expect(
      unique(abilities.flatMap(({ type, verbs: said }) => Object.keys(said).map((verb) => `${seen[type].entity.name}.${verb}`))),
    ).toEqual(unique(verbs));
  });

  test.each(abilities.map((row) => [row.object, row] as const))('%s', async (_, row) => {
    expect(await forAll((side) => wrongInAbility(side, row))).toEqual([]);
  });
});

test('whoever may only look may do nothing with what they see', async () => {
  let wrong: string[] = ['not asked'];
  await withReadingOnly(world, async () => {
    wrong = await wrongForReaders(world, abilities);
  });
  expect(wrong).toEqual([]);
});

describe('teeth', () => {
  test('each rule taken away by itself is noticed', { timeout: 120_000 }, async () => {
    const figures = {
      visibility: await visibilityBites(world),
      verbs: await verbBites(world),
      permissions: await requirementBites(world),
    };
    const taken = Object.values(figures).reduce((sum, bitten) => sum + bitten.taken, 0);
    const unnoticed = Object.values(figures).flatMap((bitten) => bitten.unnoticed);
    process.stdout.write(
      `  rules taken away: ${taken} (${Object.entries(figures)
        .map(([what, bitten]) => `${what} ${bitten.taken}`)
        .join(', ')}); noticed: ${taken - unnoticed.length}\n`,
    );
    expect(unnoticed).toEqual([]);
  });

  test('a role with every permission reaches no further, and each policy taken away is noticed', {
    timeout: 120_000,
  }, async () => {
    await withEveryPermission(world, async () => {
      const wrong: string[] = [];
      for (const path of paths)
        for (const line of await wrongOnPath(world, path, true)) wrong.push(`${path.type} by ${path.title}: ${line}`);
      expect(wrong).toEqual([]);
      expect(await policyBites(world)).toEqual({
        // Parts that are reached through what they are parts of, and nowhere else: their own policy is a second wall.
        onlyByItself: [
          'Contact',
          'CustomFieldChoice',
          'Session',
          'Passkey',
          'Device',
          'MailAttachment',
          'InvitationCustomer',
          'DataBreachEntry',
          'Milestone',
          'DocumentVersion',
          'OrderLine',
          'SegmentMember',
          'SegmentChange',
          'ImportRefusal',
          'InvoiceLine',
          'PaymentAllocation',
          'OpportunityChange',
          'OpportunityNote',
        ],
        // Texts are the same for everybody with the permission that their one path needs.
        unnoticed: ['ConsentText', 'ContactPurpose'],
      });
    });
  });

  test('each permission given or taken away is noticed', { timeout: 120_000 }, async () => {
    expect(await permissionBites(world, everyField)).toEqual([]);
  });
});

describe('second ids', () => {
  test.each(seconds.map((row) => [row.title, row] as const))('%s', async (_, row) => {
    expect(await forAll((side) => wrongInSecond(side, row))).toEqual([]);
  });
});

describe('mutations', () => {
  test.each(named(mutations))('%s', async (_, row) => {
    expect(await forAll((side) => wrongInMutation(side, row))).toEqual([]);
  });
});

// They change what there is, so they come last.
test('what is linked to is seen by those who see it, and nobody else', async () => {
  expect(await wrongOnLinks(world)).toEqual([]);
});

test('what was deleted answers like what never was', { timeout: 60_000 }, async () => {
  expect(await wrongWhenGone(world)).toEqual([]);
});
