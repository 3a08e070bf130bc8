import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Project } from '../project/project.entity.js';
import { type Mission, MissionStatus } from './mission.entity.js';
import { ApplicationStatus, type MissionApplication } from './mission-application.entity.js';

const linkOf = (mission: Mission) => `/missions/${mission.id}`;

/** Those of ours who follow a mission: who leads its project, else who looks after the customer. */
async function leadersOf(ctx: Context, mission: Mission): Promise<(string | null)[]> {
  const project = mission.projectId ? await ctx.db.findOneBy(Project, { id: mission.projectId }) : null;
  if (project?.managerId) return [project.managerId];
  const [customer] = await ctx.query<{ managerId: string | null }>(
    sql`select manager_id as "managerId" from customer where id = ${mission.customerId}`,
  );
  return [customer?.managerId ?? null];
}

/** Everybody concerned hears of the new status; `released` is who had the mission until now. */
export async function tellStatus(ctx: Context, mission: Mission, released: string | null = null): Promise<void> {
  const { status, title, reference } = mission;
  await noteActivity(ctx, {
    customerId: mission.customerId,
    kind: ActivityKind.MISSION_STATUS_CHANGED,
    details: { title, reference, to: status },
    audience: status === MissionStatus.DRAFT || status === MissionStatus.OPEN ? Audience.TEAM : Audience.EVERYONE,
    subject: { type: 'Mission', id: mission.id },
  });
  const leaders = await leadersOf(ctx, mission);
  const told = {
    kind: NotificationKind.MISSION_STATUS_CHANGED,
    details: { mission: title, status },
    link: linkOf(mission),
  } as const;
  await notify(ctx, [...leaders, mission.prestataireId, released], told);
}

/** The prestataire learns that it is theirs, whoever had it before that it is not, and the timeline who does it. */
export async function tellAssigned(ctx: Context, mission: Mission, prestataire: string, released: string | null): Promise<void> {
  const { title, reference, status } = mission;
  await noteActivity(ctx, {
    customerId: mission.customerId,
    kind: ActivityKind.MISSION_ASSIGNED,
    details: { title, reference, prestataire },
    audience: Audience.EVERYONE,
    subject: { type: 'Mission', id: mission.id },
  });
  await notify(ctx, [mission.prestataireId], {
    kind: NotificationKind.MISSION_ASSIGNED,
    details: { mission: title },
    link: linkOf(mission),
  });
  await notify(ctx, [released], { kind: NotificationKind.MISSION_STATUS_CHANGED, details: { mission: title, status } });
}

/** Whoever does it hears of other dates: they planned their days by them. */
export async function tellDates(ctx: Context, mission: Mission): Promise<void> {
  const instant = (at: Date | null) => at?.toISOString() ?? '';
  await notify(ctx, [mission.prestataireId], {
    kind: NotificationKind.MISSION_RESCHEDULED,
    details: { mission: mission.title, start: instant(mission.scheduledStart), end: instant(mission.scheduledEnd) },
    link: linkOf(mission),
  });
}

/** A new application is told to those who decide, a decision to who applied. */
export async function tellApplication(
  ctx: Context,
  mission: Mission,
  application: MissionApplication,
  person: string,
): Promise<void> {
  const isNew = application.status === ApplicationStatus.PENDING;
  await notify(ctx, isNew ? await leadersOf(ctx, mission) : [application.prestataireId], {
    kind: NotificationKind.MISSION_APPLICATION,
    details: { mission: mission.title, status: application.status, person },
    // Who was declined doesn't see the mission any more.
    link: application.status === ApplicationStatus.DECLINED ? null : linkOf(mission),
  });
}
