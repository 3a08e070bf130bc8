import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { databaseOptions } from '../../server/database.js';
import { person, type TestPerson } from '../support/as.js';
import { crowd, customerOf, missionOf, projectOf } from '../support/crowd.js';
import { portalQueries, variablesFor } from '../support/portal-operations.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let people: Record<string, TestPerson>;

beforeAll(async () => {
  server = await startServer();
  const [client, revendeur, prestataire, staff] = await Promise.all(
    ['client', 'revendeur', 'prestataire', 'superadmin'].map((role) => person(server, role)),
  );
  people = { client, revendeur, prestataire };
  await crowd(server, { client, revendeur, prestataire, staff });
});
afterAll(() => server.stop());

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** The rows that the statement took from tables, those it dropped again included. */
function rowsRead(plan: Plan): number {
  const dropped = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  const here = plan['Relation Name'] ? (plan['Actual Rows'] + dropped) * plan['Actual Loops'] : 0;
  return (plan.Plans ?? []).reduce((sum, below) => sum + rowsRead(below), here);
}

/** The plan of a statement as the server's pool has it: made once, for whatever values. */
async function planOf(client: pg.Client, { text, values }: { text: string; values: unknown[] }): Promise<Plan> {
  const written = values.map((value) => {
    if (Array.isArray(value)) return client.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
    return client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  });
  await client.query(`prepare it as ${text}`);
  const { rows } = await client.query(
    `explain (analyze, timing off, format json) execute it ${written.length > 0 ? `(${written.join(', ')})` : ''}`,
  );
  await client.query('deallocate it');
  return rows[0]['QUERY PLAN'][0].Plan;
}

const ids = { project: projectOf(1000), mission: missionOf(1000) } as Record<string, string>;

// What is there: 5,000 customers, 10,000 of most of what they have. What is theirs: 3 customers, 100 to sell to, 10 missions.
test.each([
  ['client', 1_000],
  ['prestataire', 1_000],
  ['revendeur', 2_000],
])('nothing that the %s portal shows goes through the rows of others', async (portal, most) => {
  const client = new pg.Client({ connectionString: server.databaseUrl, ...databaseOptions('').extra });
  await client.connect();
  onTestFinished(() => client.end());
  const tooMany: string[] = [];
  for (const query of portalQueries().filter((one) => one.portal === portal)) {
    const variables = variablesFor(server.schema, query, (root) => ids[root ?? ''] ?? customerOf(1000));
    if ('search' in variables) variables.search = 'contrat';
    const { sent, result } = await server.count(() => server.ask(people[portal], query.text, variables));
    expect(result.errors, query.name).toBeUndefined();
    for (const statement of sent) {
      const read = rowsRead(await planOf(client, statement));
      if (read > most) tooMany.push(`${query.name}: ${read} rows by ${statement.text.slice(0, 300)}`);
    }
  }
  expect(tooMany).toEqual([]);
});
