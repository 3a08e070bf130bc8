import { segment } from '../support/factories/segment.factory.js';
import type { TestServer } from '../support/server.js';

/** A segment that a customer is in, and came into. */
export async function segmentOf(server: TestServer, customerId: string) {
  const id = await segment(server);
  const inside = async (statement: string): Promise<string> =>
    (await server.database.query(`${statement} returning id`, [id, customerId]))[0].id;
  const [{ id: delivered }] = await server.database.query(`select id from customer_segment where key = 'vip'`);
  return {
    segment: id,
    deliveredSegment: delivered,
    segmentMember: await inside('insert into segment_member (segment_id, customer_id) values ($1, $2)'),
    segmentChange: await inside(
      `insert into segment_change (segment_id, customer_id, entered, cause) values ($1, $2, true, 'CUSTOMER')`,
    ),
  };
}
