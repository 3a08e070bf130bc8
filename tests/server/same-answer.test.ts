import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snake } from '../../server/core/table.js';
import { seedDemo } from '../../server/demo/demo.js';
import { MOST_ERRORS } from '../../server/http/graphql.http.js';
import { buildSchema } from '../../server/schema.js';
import { asDemo } from '../support/as.js';
import { portalQueries, variablesFor } from '../support/portal-operations.js';
import { type Answer, serve, startServer, type TestServer } from '../support/server.js';

const schema = buildSchema();
const queries = portalQueries();
const roles = ['client', 'prestataire', 'revendeur', 'superadmin'] as const;

let inText: TestServer;
let planned: Awaited<ReturnType<typeof serve>>;
let byLoaders: Awaited<ReturnType<typeof serve>>;
const ids = new Map<string, string[]>();

beforeAll(async () => {
  inText = await startServer();
  await seedDemo(inText.product);
  planned = await serve(inText.databaseUrl, { answers: 'planned' });
  byLoaders = await serve(inText.databaseUrl, { answers: 'loaders' });
}, 120_000);

afterAll(async () => {
  await byLoaders.close();
  await planned.close();
  await inText.stop();
});

/** Some rows of the table: the oldest, the newest, and those between. */
async function idsOf(table: string): Promise<string[]> {
  const known = ids.get(table);
  if (known) return known;
  const [{ exists }] = await inText.database.query('select to_regclass($1) is not null as exists', [`public."${table}"`]);
  const rows: { id: string }[] = exists
    ? await inText.database.query(
        `(select id from "${table}" order by id limit 2) union (select id from "${table}" order by id desc limit 2)`,
      )
    : [];
  ids.set(
    table,
    rows.map(({ id }) => id),
  );
  return ids.get(table) ?? [];
}

/** Read off the running process at each asking, or counted up by it a moment later: never the same twice. */
const RESTLESS = new Set(['requestId', 'memoryBytes', 'connections', 'sizeBytes', 'times']);

const byPlace = (one: { path?: unknown }, other: { path?: unknown }) =>
  JSON.stringify(one.path ?? '') < JSON.stringify(other.path ?? '') ? -1 : 1;

/** A signed address holds the second it was made in; mistakes come in the order in which their fields end, and only the first few are told. */
const still = (answer: Answer) =>
  JSON.stringify(answer, (name, value) => {
    if (RESTLESS.has(name)) return undefined;
    if (name === 'errors' && Array.isArray(value)) return value.length < MOST_ERRORS ? value.toSorted(byPlace) : value.length;
    return typeof value === 'string' ? value.replace(/expires=\d+&signature=[\w-]+/, 'signed') : value;
  });

describe.each(roles)('%s', (role) => {
  test.each(queries.map((query) => [query.name, query] as const))(
    '%s: the same by loaders, planned and in text',
    async (_name, query) => {
      const ways = [inText, planned, byLoaders];
      // In one session: which of one's own is the one at hand is part of an answer.
      const asker = await asDemo(inText, role);
      const root = query.operation.selectionSet.selections.flatMap((field) => (field.kind === 'Field' ? [field.name.value] : []));
      const samples = (await Promise.all(root.map((field) => idsOf(snake(field))))).flat();
      for (const id of samples.length > 0 ? samples : ['00000000-0000-7000-8000-000000000000']) {
        const variables = variablesFor(schema, query, () => id);
        const asked = async () => {
          const answers: Answer[] = [];
          // In turn: asked at once, each would compute what the first one keeps for all.
          for (const way of ways) answers.push(await way.ask(asker, query.text, variables));
          return answers;
        };
        let [one, ...others] = await asked();
        if (others.some((other) => still(other) !== still(one))) {
          // What asking leaves in the trail is written a moment later, perhaps between two of them: only the first time leaves any.
          for (const way of ways) await way.product.world.services.trail.flush();
          [one, ...others] = await asked();
        }
        for (const other of others) expect(still(one)).toBe(still(other));
        expect(still(one)).not.toMatch(/INTERNAL_SERVER_ERROR|GRAPHQL_VALIDATION_FAILED/);
        if (role === query.portal) expect(one.errors ?? []).toEqual([]);
      }
    },
  );
});
