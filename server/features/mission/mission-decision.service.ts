import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import type { Mission } from './mission.entity.js';
import { ApplicationStatus, MissionApplication } from './mission-application.entity.js';
import { tellApplication } from './mission-news.service.js';

/** Answers an application. The mission is locked by then. */
export async function decide(
  ctx: Context,
  mission: Mission,
  application: MissionApplication,
  status: ApplicationStatus.ACCEPTED | ApplicationStatus.DECLINED,
): Promise<void> {
  Object.assign(application, { status, decidedAt: new Date() });
  await ctx.db.save(application);
  await audit(ctx, 'mission.decideApplication', application, { status: [ApplicationStatus.PENDING, status] });
  await publish(ctx, { topic: 'mission', id: mission.id, about: mission.customerId });
  const [{ name }] = await ctx.query<{ name: string }>(sql`select name from "user" where id = ${application.prestataireId}`);
  // Who gets the mission hears of that itself.
  if (status === ApplicationStatus.DECLINED) await tellApplication(ctx, mission, application, name);
}

/** Nobody waits for an answer about a mission that will not be. */
export async function declinePending(ctx: Context, mission: Mission): Promise<void> {
  for (const application of await ctx.db.findBy(MissionApplication, { missionId: mission.id, status: ApplicationStatus.PENDING }))
    await decide(ctx, mission, application, ApplicationStatus.DECLINED);
}
