import { Activity, Audience, type Details } from '../features/activity/activity.entity.js';
import type { ActivityKind } from '../features/activity/activity.kinds.js';
import { Notification, type NotificationDetails, type NotificationKind } from '../features/notification/notification.entity.js';
import type { Scene } from './scene.js';
import type { PersonKey } from './world/people.js';
import type { Random } from './world/random.js';

interface Told {
  customerId: string;
  kind: ActivityKind;
  at: Date;
  author: PersonKey | null;
  details?: Details;
  audience?: `${Audience}`;
  subject?: { type: string; id: string };
  title?: string;
  body?: string | null;
  pinned?: boolean;
  /** Whom its texts name. */
  mentions?: string[];
  id?: string;
}

/** A line of a customer's timeline. */
export function note(scene: Scene, random: Random, told: Told): void {
  scene.rows.add(Activity, {
    id: told.id ?? random.id(told.at),
    customerId: told.customerId,
    kind: told.kind,
    typedTitle: told.title ?? null,
    body: told.body ?? null,
    details: told.details ?? {},
    audience: (told.audience ?? 'TEAM') as Audience,
    occurredAt: told.at,
    authorId: told.author && scene.people[told.author],
    subjectType: told.subject?.type ?? null,
    subjectId: told.subject?.id ?? null,
    pinned: told.pinned ?? false,
    mentions: told.mentions ?? [],
  });
}

interface Notice<Kind extends NotificationKind> {
  to: PersonKey;
  kind: Kind;
  details: NotificationDetails[Kind];
  link: string;
  at: Date;
  read?: boolean;
}

/** What somebody was told; unread unless said. */
export function tell<Kind extends NotificationKind>(scene: Scene, random: Random, notice: Notice<Kind>): void {
  const { to, kind, details, link, at, read } = notice;
  scene.rows.add(Notification, {
    id: random.id(at),
    userId: scene.people[to],
    kind,
    details: { ...details },
    link,
    createdAt: at,
    readAt: read ? scene.clock.past(0, 8, 5) : null,
  });
}
