import type { TestServer } from '../support/server.js';

const idOf = async ({ database }: TestServer, statement: string): Promise<string> => (await database.query(statement))[0].id;

/** Something we do with data on people. */
export const activityOf = (server: TestServer): Promise<string> =>
  idOf(
    server,
    `insert into processing_activity (name, purposes, legal_bases, people, data, recipients, retention, security, started_on)
     values (uuidv4()::text, 'x', '{CONTRACT}', 'x', 'x', 'x', 'x', 'x', '2025-01-01') returning id`,
  );

export const processorOf = (server: TestServer): Promise<string> =>
  idOf(server, `insert into processor (name, service, country) values ('x', 'x', 'FR') returning id`);

/** A breach that a high risk was found in, or another. */
export const breachOf = (server: TestServer, risk = 'HIGH', state: 'open' | 'ready' | 'closed' = 'open'): Promise<string> =>
  idOf(
    server,
    `insert into data_breach (title, description, natures, aware_at, due_at, people, records, consequences, measures, risk, no_risk_reason,
       notified_at, people_not_told_reason, closed_at)
     select 'x', 'x', '{AVAILABILITY}', at, at + interval '72 hours', 'x', 'x', 'x', 'x', '${risk}',
       ${risk === 'NONE' ? "'x'" : 'null'}, ${state === 'open' ? 'null, null' : "at + interval '1 hour', 'x'"},
       ${state === 'closed' ? 'now()' : 'null'}
     from (select now() - interval '30 hours' as at) it returning id`,
  );

/** The registers are the house's. */
export async function registersOf(server: TestServer): Promise<Record<string, string>> {
  const [processingActivity, processor] = [await activityOf(server), await processorOf(server)];
  await server.database.query('insert into processing_activity_processor (activity_id, processor_id) values ($1, $2)', [
    processingActivity,
    processor,
  ]);
  const dataBreach = await breachOf(server);
  const dataBreachEntry = await idOf(
    server,
    `insert into data_breach_entry (breach_id, body) values ('${dataBreach}', 'x') returning id`,
  );
  const [harmlessBreach, closedBreach] = [await breachOf(server, 'NONE'), await breachOf(server, 'HIGH', 'closed')];
  return { processingActivity, processor, dataBreach, dataBreachEntry, harmlessBreach, closedBreach };
}
