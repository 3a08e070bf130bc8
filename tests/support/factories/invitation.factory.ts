import { randomUUID } from 'node:crypto';
import type { TestServer } from '../server.js';

/** An invitation to be a client of this customer, for a week, and its one customer. */
export async function invitationOf(
  { database }: Pick<TestServer, 'database'>,
  customerId: string,
  invitedById: string,
  isRevoked = false,
) {
  const [{ id: invitation }] = await database.query(
    `insert into invitation (email, role_id, invited_by_id, locale, token_hash, expires_at, revoked_at)
      select $1, id, $2, 'fr', $3, now() + interval '7 days', case when $4 then now() end from role where key = 'client' returning id`,
    [`${randomUUID()}@test.example`, invitedById, randomUUID(), isRevoked],
  );
  const [{ id: invitationCustomer }] = await database.query(
    `insert into invitation_customer (invitation_id, customer_id, finance, documents, projects, tickets)
      values ($1, $2, true, true, true, true) returning id`,
    [invitation, customerId],
  );
  return { invitation: invitation as string, invitationCustomer: invitationCustomer as string };
}
