import { type GraphQLField, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entitiesWithPolicy, requirementOf } from '../server/core/access.js';
import type { Context } from '../server/core/context.js';
import { buildSchema } from '../server/schema.js';
import { wrongInQuery } from './access/access.check.js';
import { createWorld, roles, type World } from './access/access.world.js';
import { wrongInField } from './access/field.check.js';
import { fields } from './access/field.table.js';
import { wrongInAddress } from './access/file.check.js';
import { wrongInSubscription, wrongOnCustomerPage } from './access/live.check.js';
import { wrongInMutation, wrongInSecond } from './access/mutation.check.js';
import { mutations } from './access/mutation.table.js';
import { wrongAt } from './access/path.check.js';
import { paths } from './access/paths.table.js';
import { wrongInPolicy } from './access/policy.check.js';
import { queries } from './access/query.table.js';
import { seconds } from './access/second.table.js';
import { seen, type TypeName } from './access/seen.table.js';
import { subscriptions } from './access/subscription.table.js';
import { permissionBites, policyBites, withEveryPermission } from './access/teeth.check.js';

const schema = buildSchema();
let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.server.stop());

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

  test('every entity with a policy is in the table of what is seen, and has a path', () => {
    expect(unique(Object.values(seen).map(({ entity }) => entity.name))).toEqual(
      unique(entitiesWithPolicy().map(({ name }) => name)),
    );
    expect(unique(paths.map(({ type }) => type))).toEqual(unique(Object.keys(seen)));
  });
});

describe('queries', () => {
  test.each(named(queries))('%s', async (_, row) => {
    expect(await wrongInQuery(world, row)).toEqual([]);
  });
});

describe('fields', () => {
  test.each(fields.map((row) => [row.field, row] as const))('%s', async (_, row) => {
    expect(await wrongInField(world, row)).toEqual([]);
  });
});

const wrongOnPath = async (path: (typeof paths)[number], permitted = false) =>
  (await Promise.all(roles.map((role) => wrongAt(world, path, role, permitted)))).filter(Boolean);

describe('paths', () => {
  test.each(paths.map((path) => [`${path.type} by ${path.title}`, path] as const))('%s', async (_, path) => {
    expect(await wrongOnPath(path)).toEqual([]);
  });
});

describe('policies by themselves', () => {
  // Whoever has the permission sees the texts, whatever their role.
  const types = (Object.keys(seen) as TypeName[]).filter((type) => type !== 'consentText');
  test.each(types)('%s', async (type) => {
    expect(await wrongInPolicy(world, type)).toEqual([]);
  });
});

test('a file is had by the address its reader was given, and by no other', async () => {
  expect(await wrongInAddress(world)).toEqual([]);
});

describe('subscriptions', () => {
  test.each(named(subscriptions))('%s', async (_, row) => {
    expect(await wrongInSubscription(world, row)).toEqual([]);
  });

  test('a customer’s page is told of the parts that its reader sees', async () => {
    expect(await wrongOnCustomerPage(world)).toEqual([]);
  });
});

describe('teeth', () => {
  test('a role with every permission reaches no further, and each policy taken away is noticed', {
    timeout: 120_000,
  }, async () => {
    await withEveryPermission(world, async () => {
      const wrong: string[] = [];
      for (const path of paths)
        for (const line of await wrongOnPath(path, true)) wrong.push(`${path.type} by ${path.title}: ${line}`);
      expect(wrong).toEqual([]);
      expect(await policyBites(world)).toEqual({
        // Parts that are reached through what they are parts of, and nowhere else: their own policy is a second wall.
        onlyByItself: [
          'Address',
          'Contact',
          'ConsentEvent',
          'Milestone',
          'DocumentVersion',
          'OrderLine',
          'ImportRefusal',
          'InvoiceLine',
          'PaymentAllocation',
          'OpportunityChange',
          'OpportunityNote',
        ],
        // Texts are the same for everybody with the permission that their one path needs.
        unnoticed: ['ConsentText'],
      });
    });
  });

  test('each permission given or taken away is noticed', { timeout: 120_000 }, async () => {
    expect(await permissionBites(world, everyField)).toEqual([]);
  });
});

describe('second ids', () => {
  test.each(seconds.map((row) => [row.title, row] as const))('%s', async (_, row) => {
    expect(await wrongInSecond(world, row)).toEqual([]);
  });
});

describe('mutations', () => {
  test.each(named(mutations))('%s', async (_, row) => {
    expect(await wrongInMutation(world, row)).toEqual([]);
  });
});
