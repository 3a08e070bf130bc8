import { randomUUID } from 'node:crypto';
import { Mission, MissionStatus } from '../../../server/features/mission/mission.entity.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;

/** A mission of 250.00: open to application, or given to whoever is named, unless said. */
export async function mission(
  { database: { manager: db } }: Server,
  customerId: string,
  fields: Partial<Mission> = {},
): Promise<Mission> {
  const reference = `TM-${randomUUID().slice(0, 8)}`;
  return db.save(
    db.create(Mission, {
      reference,
      customerId,
      title: `Mission ${reference}`,
      status: fields.prestataireId ? MissionStatus.ASSIGNED : MissionStatus.OPEN,
      feeCents: 25_000,
      streetLine: '3 rue du Port',
      city: 'Brest',
      ...fields,
    }),
  );
}
