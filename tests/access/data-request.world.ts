import type { TestServer } from '../support/server.js';

/** What a client asked of us about their data. */
export const dataRequestOf = async (server: TestServer, customerId: string, userId: string, sure = false): Promise<string> =>
  (
    await server.database.query(
      `insert into data_subject_request ("right", status, origin, person, received_on, due_on, identity_proof, identity_note, customer_id,
         user_id) values ('PORTABILITY', $3, 'EMAIL', 'x', current_date, current_date + 28, 'CALL_BACK', 'x', $1, $2) returning id`,
      [customerId, userId, sure ? 'IDENTIFIED' : 'RECEIVED'],
    )
  )[0].id;

/** What is kept of somebody for a dispute. */
export const holdOf = async (server: TestServer, customerId: string, lifted = true): Promise<string> =>
  (
    await server.database.query(
      `insert into legal_hold (customer_id, reason, lifted_at) values ($1, 'x', case when $2 then now() end) returning id`,
      [customerId, lifted],
    )
  )[0].id;

/** A restriction that was granted, and holds; without a customer it restricts nobody. */
export const restrictionOf = async (server: TestServer, customerId: string | null, userId: string): Promise<string> =>
  (
    await server.database.query(
      `insert into data_subject_request ("right", status, origin, person, received_on, due_on, identity_proof, customer_id, user_id, closed_at)
       values ('RESTRICTION', 'COMPLETED', 'EMAIL', 'x', current_date, current_date + 28, 'CALL_BACK', $1, $2, now()) returning id`,
      [customerId, userId],
    )
  )[0].id;

/** A copy of their data, made for a request of theirs; `given`: handed over. */
export const archiveOf = async (server: TestServer, requestId: string, given = true): Promise<string> =>
  (
    await server.database.query(
      `insert into data_archive (request_id, customer_id, user_id, status, locale, storage_key, sha256, size, expires_at, delivered_at)
       select id, customer_id, user_id, 'READY', 'fr', uuidv4()::text, 'x', 1, now() + interval '1 day', case when $2 then now() end
       from data_subject_request where id = $1 returning id`,
      [requestId, given],
    )
  )[0].id;

/** An invoice in the archive: the other organisation's is one more row of the table. */
export const archivedOf = async (server: TestServer, customerId: string): Promise<string> =>
  (
    await server.database.query(
      `insert into archived_invoice (invoice_id, customer_id, number, issued_on, keep_until, content)
       select id, customer_id, number, issued_on, issued_on + 3650, '{"lines": [], "payments": []}' from invoice where customer_id = $1 and number is not null
       returning id`,
      [customerId],
    )
  )[0].id;
