import { randomUUID } from 'node:crypto';
import type { TestServer } from '../server.js';

/** A segment of companies, not filled yet. */
export async function segment({ database }: Pick<TestServer, 'database'>): Promise<string> {
  const rule = { version: 1, match: 'ALL', of: [{ field: 'customer.kind', op: 'ANY_OF', value: ['COMPANY'] }] };
  const [{ id }] = await database.query(
    `insert into customer_segment (key, name, rule, colour) values ($1, $2, $3, 'BLUE') returning id`,
    [randomUUID().replaceAll('-', '_'), `Segment ${randomUUID()}`, rule],
  );
  return id;
}
