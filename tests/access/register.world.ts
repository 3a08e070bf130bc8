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

/** The registers are the house's. */
export async function registersOf(server: TestServer): Promise<Record<string, string>> {
  const [processingActivity, processor] = [await activityOf(server), await processorOf(server)];
  await server.database.query('insert into processing_activity_processor (activity_id, processor_id) values ($1, $2)', [
    processingActivity,
    processor,
  ]);
  return { processingActivity, processor };
}
