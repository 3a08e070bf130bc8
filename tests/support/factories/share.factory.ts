import { randomUUID } from 'node:crypto';
import type { TestServer } from '../server.js';

/** A link to it for a week, made by this user; nobody has what stands behind its #. */
export async function shareOf(
  { database }: Pick<TestServer, 'database'>,
  documentId: string,
  createdById: string,
  isRevoked = false,
): Promise<string> {
  const [{ id }] = await database.query(
    `insert into document_share (document_id, token_hash, created_by_id, expires_at, revoked_at)
      values ($1, $2, $3, now() + interval '7 days', case when $4 then now() end) returning id`,
    [documentId, randomUUID(), createdById, isRevoked],
  );
  return id;
}
