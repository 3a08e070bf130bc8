import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { notFound } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import { Notification, type NotificationDetails, type NotificationKind } from './notification.entity.js';

/** What to tell; its title is said in each reader's language from `details`. `link` is a path inside the reader's portal. */
interface Notice<Kind extends NotificationKind> {
  kind: Kind;
  details: NotificationDetails[Kind];
  link?: string | null;
}

/** Tells these people, each once, those with an account that is open. Whoever did it knows already. */
export async function notify<Kind extends NotificationKind>(
  ctx: Context,
  userIds: readonly (string | null | undefined)[],
  { kind, details, link = null }: Notice<Kind>,
): Promise<void> {
  const others = [...new Set(userIds)].filter((id) => id && id !== ctx.viewer.id);
  if (others.length === 0) return;
  const made = await ctx.query<{ id: string; userId: string }>(sql`
    insert into notification (user_id, kind, details, link)
    select id, ${kind}, ${JSON.stringify(details)}::jsonb, ${link} from "user" where id = any(${others}::uuid[]) and status = 'ACTIVE'
    returning id, user_id as "userId"`);
  for (const { id, userId } of made) await publish(ctx, { topic: 'notification', id, about: userId });
}

/** Marks these as read, or all of them; answers how many are left. One's own reading is not worth an audit entry. */
export async function markNotificationsRead(ctx: Context, ids: readonly string[] | null): Promise<number> {
  const row = sql`it`;
  const asked = ids && [...new Set(ids)];
  if (asked) {
    const known = asked.every((id) => isUUID(id))
      ? await ctx.query(sql`
          select from notification ${row} where it.id = any(${asked}::uuid[]) and ${visible(ctx.viewer, Notification, row)}`)
      : [];
    if (known.length < asked.length) throw notFound();
  }
  await ctx.query(sql`
    update notification ${row} set read_at = now()
    where it.read_at is null and ${visible(ctx.viewer, Notification, row)} and ${asked ? sql`it.id = any(${asked}::uuid[])` : sql`true`}`);
  const [{ unread }] = await ctx.query<{ unread: string }>(sql`
    select count(*) as unread from notification ${row} where it.read_at is null and ${visible(ctx.viewer, Notification, row)}`);
  ctx.audited = true;
  return Number(unread);
}
