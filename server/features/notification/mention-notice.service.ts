import { type Changes, onAudited } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import type { Activity } from '../activity/activity.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { NotificationKind } from './notification.entity.js';
import { notify } from './notification.service.js';

// Entries are written above this feature, which tells those they name.
async function tellNamed(ctx: Context, subject: { id: string }, changes: Changes | null): Promise<void> {
  const [before, after] = (changes?.mentions ?? [[], []]) as [string[], string[]];
  const added = after.filter((id) => !before.includes(id));
  if (added.length === 0) return;
  const customer = await load(ctx, customerById, (subject as Activity).customerId);
  if (!customer) return;
  await notify(ctx, added, {
    kind: NotificationKind.MENTIONED,
    details: { person: ctx.viewer.name, customer: customer.name },
    link: `/customers/${customer.id}?tab=activity`,
  });
}

onAudited('activity.add', tellNamed);
onAudited('activity.update', tellNamed);
