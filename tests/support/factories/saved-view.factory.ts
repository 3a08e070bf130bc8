import { randomUUID } from 'node:crypto';
import { SavedView } from '../../../server/features/saved-view/saved-view.entity.js';
import type { TestServer } from '../server.js';

/** A view of a list, kept for oneself or shared; answers its id. */
export async function savedView(
  { database: { manager: db } }: Pick<TestServer, 'database'>,
  ownerId: string,
  reach: string,
  shared = false,
): Promise<string> {
  return (await db.save(db.create(SavedView, { ownerId, reach, shared, list: 'x', name: randomUUID(), query: '' }))).id;
}
