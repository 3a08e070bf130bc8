import { Activity } from '../../../server/features/activity/activity.entity.js';
import { ActivityKind } from '../../../server/features/activity/activity.kinds.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;

/** A note on a customer's timeline, of now and for the team, unless said. */
export async function activity(
  { database: { manager: db } }: Server,
  customerId: string,
  fields: Partial<Activity> = {},
): Promise<Activity> {
  return db.save(db.create(Activity, { customerId, kind: ActivityKind.NOTE, typedTitle: 'Relance', ...fields }));
}
