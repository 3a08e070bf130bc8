import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Document } from '../features/document/document.entity.js';
import { NotificationKind } from '../features/notification/notification.entity.js';
import type { Scene } from './scene.js';
import { note, tell } from './told.js';

/** An entry and a document that belongs to it. */
type Tie = [activityId: string, documentId: string];

const MOST = 4;

/** Entries that name a colleague and carry a document, with customers who have one. */
export function addEntries(scene: Scene): Tie[] {
  const random = scene.random('entries');
  const { claire, gwen } = scene.people;
  const ties: Tie[] = [];
  const told = scene.customers.filter(({ name }) => name !== 'Transports Kervella');
  for (const { id: customerId, name } of told) {
    const document = scene.rows.of(Document).find((one) => one.customerId === customerId);
    if (!document || ties.length === MOST) continue;
    const at = scene.clock.past(ties.length + 2, 11, 20);
    const id = random.id(at);
    const [author, to] = ties.length % 2 === 0 ? (['gwen', 'claire'] as const) : (['claire', 'gwen'] as const);
    note(scene, random, {
      id,
      customerId,
      kind: ActivityKind.NOTE,
      at,
      author,
      title: `@[${to === 'claire' ? claire : gwen}] le document est signé`,
      body: 'Ci-joint la version à retenir. On peut préparer la suite.',
      mentions: [to === 'claire' ? claire : gwen],
    });
    tell(scene, random, {
      to,
      kind: NotificationKind.MENTIONED,
      details: { person: author === 'gwen' ? 'Gwenaëlle Le Bihan' : 'Claire Aubry', customer: name },
      link: `/customers/${customerId}?tab=activity`,
      at,
      read: true,
    });
    ties.push([id, document.id!]);
  }
  return ties;
}

export async function tieDocuments(ctx: Context, ties: readonly Tie[]): Promise<void> {
  for (const [activityId, documentId] of ties)
    await ctx.query(sql`insert into activity_document (activity_id, document_id) values (${activityId}, ${documentId})`);
}
