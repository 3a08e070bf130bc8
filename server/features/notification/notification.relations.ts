import { pagesOf } from '../../core/pages.js';
import { oneById, valueBy, visibleRows } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { Notification } from './notification.entity.js';
import type { NotificationFilter } from './notification.page.js';

export const notificationById = oneById(Notification);

export const notifications = pagesOf(Notification, {
  where: ({ unread }: NotificationFilter, row) => [
    ...(unread === true ? [sql`${row}.read_at is null`] : unread === false ? [sql`${row}.read_at is not null`] : []),
  ],
});

export const unreadNotifications = valueBy(
  Notification,
  (_key, asked) => sql`(select count(*) from ${visibleRows(Notification, asked, sql`unread`, sql`unread.read_at is null`)})`,
  Number,
);
