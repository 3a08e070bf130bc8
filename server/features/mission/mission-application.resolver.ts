import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Mission } from './mission.entity.js';
import {
  ApplyToMissionInput,
  ApplyToMissionPayload,
  AssignMissionInput,
  AssignMissionPayload,
  DecideMissionApplicationInput,
  DecideMissionApplicationPayload,
} from './mission.input.js';
import { missionApplicationPolicy } from './mission.policy.js';
import { applications, missionById } from './mission.relations.js';
import { MissionApplication } from './mission-application.entity.js';
import { MissionApplicationConnection, MissionApplicationPage } from './mission-application.page.js';
import { applyToMission, assignMission, decideMissionApplication } from './mission-assignment.service.js';

const MissionApplicationAbilities = Abilities(MissionApplication, missionApplicationPolicy);

@Resolver(() => MissionApplication)
export class MissionApplicationResolver {
  @Query(() => MissionApplicationConnection, {
    description: 'Applications for missions: a prestataire’s own, for us all of them.',
  })
  @Requires('mission.read')
  @Through(applications)
  missionApplications(@Args() _page: MissionApplicationPage): void {}

  @Mutation(() => AssignMissionPayload, { description: 'Gives a mission to a prestataire, and declines who else applied.' })
  @Requires('mission.assign')
  async assignMission(
    @Arg('input', { description: 'Which, and to whom.' }) { id, prestataireId }: AssignMissionInput,
    @Ctx() ctx: Context,
  ): Promise<AssignMissionPayload> {
    return { mission: await assignMission(ctx, id, prestataireId) };
  }

  @Mutation(() => ApplyToMissionPayload, { description: 'Applies for an open mission; once each.' })
  @Requires('mission.apply')
  async applyToMission(
    @Arg('input', { description: 'For which, and why.' }) input: ApplyToMissionInput,
    @Ctx() ctx: Context,
  ): Promise<ApplyToMissionPayload> {
    return { application: await applyToMission(ctx, input) };
  }

  @Mutation(() => DecideMissionApplicationPayload, {
    description: 'Accepts an application, which gives them the mission, or declines it.',
  })
  @Requires('mission.assign')
  async decideMissionApplication(
    @Arg('input', { description: 'Which, and the answer.' }) { id, accept }: DecideMissionApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<DecideMissionApplicationPayload> {
    return { application: await decideMissionApplication(ctx, id, accept) };
  }

  @FieldResolver(() => Mission, { nullable: true, description: 'What they applied for. Null when you do not see it any more.' })
  @Through(missionById, 'missionId')
  mission(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who applied.' })
  @Through(userById, 'prestataireId')
  prestataire(): void {}

  @FieldResolver(() => MissionApplicationAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() application: MissionApplication, @Ctx() ctx: Context) {
    return abilities(ctx, application);
  }
}
