import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible, orTaken } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Mission, MissionStatus } from './mission.entity.js';
import type { ApplyToMissionInput } from './mission.input.js';
import { applicationById } from './mission.relations.js';
import { isAssignable } from './mission.rules.js';
import { moveTo } from './mission.service.js';
import './mission.words.js';
import { ApplicationStatus, MissionApplication } from './mission-application.entity.js';
import { decide } from './mission-decision.service.js';
import { tellApplication, tellAssigned } from './mission-news.service.js';

export async function assignMission(ctx: Context, id: string, prestataireId: string): Promise<Mission> {
  const mission = await lockVisible(ctx, Mission, id);
  if (!mission) throw notFound();
  if (!isAssignable(mission.status)) throw new UserError('NOT_ASSIGNABLE', ['input', 'id']);
  authorize(ctx, 'assign', mission);
  return give(ctx, mission, prestataireId, ['input', 'prestataireId']);
}

export async function applyToMission(ctx: Context, { missionId, message }: ApplyToMissionInput): Promise<MissionApplication> {
  const mission = await lockVisible(ctx, Mission, missionId);
  if (!mission) throw notFound();
  if (mission.status !== MissionStatus.OPEN) throw new UserError('NOT_OPEN', ['input', 'missionId']);
  authorize(ctx, 'apply', mission);
  const application = await orTaken(
    ctx.db.save(
      ctx.db.create(MissionApplication, {
        missionId: mission.id,
        prestataireId: ctx.viewer.id,
        message: tidy(message),
        status: ApplicationStatus.PENDING,
        decidedAt: null,
      }),
    ),
    'mission_application_key',
    ['input', 'missionId'],
    'APPLIED_ALREADY',
  );
  await audit(ctx, 'mission.apply', application, { missionId: [null, mission.id] });
  await publish(ctx, { topic: 'mission', id: mission.id, about: mission.customerId });
  await tellApplication(ctx, mission, application, ctx.viewer.name);
  return application;
}

export async function decideMissionApplication(ctx: Context, id: string, accept: boolean): Promise<MissionApplication> {
  const known = await load(ctx, applicationById, id);
  // The mission is locked and not the application, so that two decisions wait for each other.
  const mission = known && (await lockVisible(ctx, Mission, known.missionId));
  if (!mission) throw notFound();
  authorize(ctx, 'decideApplications', mission);
  const application = await ctx.db.findOneByOrFail(MissionApplication, { id: known.id });
  if (application.status !== ApplicationStatus.PENDING) throw new UserError('DECIDED_ALREADY', ['input', 'id']);
  if (!accept) {
    await decide(ctx, mission, application, ApplicationStatus.DECLINED);
    return application;
  }
  if (!isAssignable(mission.status)) throw new UserError('NOT_ASSIGNABLE', ['input', 'id']);
  await give(ctx, mission, application.prestataireId, ['input', 'id']);
  return ctx.db.findOneByOrFail(MissionApplication, { id: application.id });
}

/** Gives the mission to this person; applications of others are declined, their own is accepted. */
async function give(ctx: Context, mission: Mission, prestataireId: string, path: string[]): Promise<Mission> {
  const [prestataire] = await ctx.query<{ id: string; name: string }>(sql`
    select id, name from "user" u where id::text = ${prestataireId} and status = 'ACTIVE' and exists (
      select from user_role given join role on role.id = given.role_id where given.user_id = u.id and role.reach = 'prestataire')`);
  if (!prestataire) throw new UserError('UNKNOWN_USER', path);
  const before = mission.prestataireId;
  await moveTo(ctx, mission, MissionStatus.ASSIGNED, null, prestataire.id);
  for (const application of await ctx.db.findBy(MissionApplication, { missionId: mission.id, status: ApplicationStatus.PENDING }))
    await decide(
      ctx,
      mission,
      application,
      application.prestataireId === prestataire.id ? ApplicationStatus.ACCEPTED : ApplicationStatus.DECLINED,
    );
  await tellAssigned(ctx, mission, prestataire.name, before === prestataire.id ? null : before);
  return mission;
}
