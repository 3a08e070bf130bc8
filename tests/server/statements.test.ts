import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tieOf } from '../../server/core/asked.js';
import { seedDemo } from '../../server/demo/demo.js';
import { buildSchema } from '../../server/schema.js';
import { asDemo, type TestPerson } from '../support/as.js';
import { portalQueries } from '../support/portal-operations.js';
import { serve, startServer, type TestServer } from '../support/server.js';

let planned: TestServer;
let superadmin: TestPerson;
let customerId: string;

beforeAll(async () => {
  planned = await startServer();
  await seedDemo(planned.product);
  superadmin = await asDemo(planned, 'superadmin');
  [{ id: customerId }] = await planned.database.query(`select id from customer where name = 'Transports Kervella'`);
  // Who asks is found once and kept: what is counted is what the operations themselves need.
  await planned.ask(superadmin, '{ viewer { id } }');
}, 120_000);
afterAll(() => planned.stop());

const queries = portalQueries();
const textOf = (name: string): string => {
  const found = queries.find((query) => query.name === name);
  if (!found) throw new Error(`no portal has an operation ${name}`);
  return found.text;
};

async function statementsOf(name: string, variables: object): Promise<number> {
  const { result, statements } = await planned.count(() => planned.ask(superadmin, textOf(name), variables));
  expect(result.errors).toBeUndefined();
  return statements;
}

test.each([
  ['Customer360', {}, 1],
  ['CustomerProfile', {}, 1],
  ['CustomerActivity', { filter: {} }, 1],
  // Two roots: the customer, and the payments beside it.
  ['CustomerFinances', {}, 2],
  ['CustomerDocuments', { filter: {}, search: '', searching: false }, 1],
  ['CustomerDocuments', { filter: { search: 'bail' }, search: 'bail', searching: true }, 1],
  // Two roots: the gate looks the customer up itself before it answers.
  ['CustomerConsents', { holds: true }, 3],
  ['CustomerConsents', { holds: false }, 3],
  ['SuperadminCustomers', { sort: 'NAME', direction: 'ASC' }, 1],
])('%s with %j is one request and %i SQL', async (name, variables, expected) => {
  expect(await statementsOf(name, { id: customerId, ...variables })).toBe(expected);
});

test('by loaders the same page takes a statement a relation, however many rows there are', async () => {
  const byLoaders = await serve(planned.databaseUrl, { answers: 'loaders' });
  try {
    await byLoaders.ask(superadmin, '{ viewer { id } }');
    const { result, statements } = await byLoaders.count(() =>
      byLoaders.ask(superadmin, textOf('Customer360'), { id: customerId }),
    );
    expect(result.errors).toBeUndefined();
    expect(statements).toBe(relationsAsked('Customer360'));
  } finally {
    await byLoaders.close();
  }
});

/** The places in the answer that are relations: fields of one name at one place are one. */
function relationsAsked(name: string): number {
  const { definitions } = parse(textOf(name));
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const places = new Set<string>();
  walk(operation!.selectionSet, buildSchema().getQueryType()!, '', fragments, places);
  return places.size;
}

function walk(
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  way: string,
  fragments: Map<string, FragmentDefinitionNode>,
  places: Set<string>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, type, way, fragments, places);
    else if (selection.kind === Kind.FRAGMENT_SPREAD)
      walk(fragments.get(selection.name.value)!.selectionSet, type, way, fragments, places);
    else {
      const field = type.getFields()[selection.name.value];
      if (!field) continue; // __typename
      const place = `${way}.${selection.alias?.value ?? selection.name.value}`;
      if (tieOf(field)) places.add(place);
      const below = getNamedType(field.type);
      if (selection.selectionSet && isObjectType(below)) walk(selection.selectionSet, below, place, fragments, places);
    }
  }
}
