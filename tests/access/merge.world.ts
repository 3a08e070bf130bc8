import { customer } from '../support/factories/customer.factory.js';
import type { TestServer } from '../support/server.js';

async function idOf({ database }: TestServer, statement: string, values: unknown[]): Promise<string> {
  return (await database.query(statement, values))[0].id;
}

/** The thought that these two customers are one. */
export const pairOf = (server: TestServer, one: string, other: string, status = 'OPEN'): Promise<string> =>
  idOf(
    server,
    `insert into customer_duplicate (a_id, b_id, status, probability, evidence)
      values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, 0.9, '[]') returning id`,
    [one, other, status],
  );

/** The same of this customer and a new one. */
export const duplicateOf = async (server: TestServer, customerId: string, status?: string): Promise<string> =>
  pairOf(server, customerId, (await customer(server)).id, status);

/** Somebody was merged into this customer. */
export const mergeOf = (server: TestServer, customerId: string): Promise<string> =>
  idOf(
    server,
    `insert into customer_merge (customer_id, survivor_id, other_id, other_reference, other_name, other_before, changes, counts)
      select $1, $1, id, 'ANC-' || id, 'Ancienne fiche', json_build_object('id', id, 'reference', 'ANC-' || id, 'kind', 'COMPANY', 'name', 'Ancienne fiche',
        'status', 'ACTIVE', 'version', 1, 'tags', '[]'::json, 'search_text', '', 'member_text', '', 'plate_text', '', 'order_count', 0, 'spent_cents', 0,
        'last_order_at', now(), 'created_at', now(), 'updated_at', now()), '{}', '{}'
      from (select gen_random_uuid() as id) made returning id`,
    [customerId],
  );
