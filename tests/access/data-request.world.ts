import type { TestServer } from '../support/server.js';

/** What a client asked of us about their data. */
export const dataRequestOf = async (server: TestServer, customerId: string, userId: string, sure = false): Promise<string> =>
  (
    await server.database.query(
      `insert into data_subject_request ("right", status, origin, person, received_on, due_on, identity_proof, identity_note, customer_id,
         user_id) values ('PORTABILITY', $3, 'EMAIL', 'x', current_date, current_date + 28, $4, 'x', $1, $2) returning id`,
      [customerId, userId, sure ? 'IDENTIFIED' : 'RECEIVED', sure ? 'CALL_BACK' : null],
    )
  )[0].id;
