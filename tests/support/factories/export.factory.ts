import type { TestServer } from '../server.js';

/** An export of a list that waits for its turn, unless said. Answers its id. */
export async function exportRun({ database }: Pick<TestServer, 'database'>, userId: string, status = 'QUEUED'): Promise<string> {
  const [{ id }] = await database.query(
    `insert into export_run (kind, format, status, file_name, created_by_id, portal, locale)
      values ('CUSTOMERS', 'CSV', $2, 'a.csv', $1, 'superadmin', 'fr') returning id`,
    [userId, status],
  );
  return id;
}
