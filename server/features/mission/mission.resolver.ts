import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Cents } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Project } from '../project/project.entity.js';
import { projectById } from '../project/project.relations.js';
import { Reach } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Mission, MissionStatus } from './mission.entity.js';
import {
  ChangeMissionStatusInput,
  ChangeMissionStatusPayload,
  CreateMissionInput,
  CreateMissionPayload,
  UpdateMissionInput,
  UpdateMissionPayload,
} from './mission.input.js';
import { MissionConnection, MissionPage } from './mission.page.js';
import { missionPolicy } from './mission.policy.js';
import {
  applicationsByMission,
  availableMissions,
  missionById,
  missionFigures,
  missions,
  stepsByMission,
} from './mission.relations.js';
import { nextStatuses } from './mission.rules.js';
import { changeMissionStatus, createMission, updateMission } from './mission.service.js';
import { MissionApplication } from './mission-application.entity.js';
import { MissionStep } from './mission-step.entity.js';

const MissionAbilities = Abilities(Mission, missionPolicy);

@ObjectType({
  description:
    'Figures over your missions: for a prestataire those they do, for others those they see. Months are those of Paris.',
})
class MissionStats {
  @Field(() => Int, { description: 'All of them.' }) total: number;
  @Field(() => Int, { description: 'With status DRAFT.' }) draft: number;
  @Field(() => Int, { description: 'With status OPEN.' }) open: number;
  @Field(() => Int, { description: 'Open to application, whoever they are for.' }) available: number;
  @Field(() => Int, { description: 'With status ASSIGNED.' }) assigned: number;
  @Field(() => Int, { description: 'With status IN_PROGRESS.' }) inProgress: number;
  @Field(() => Int, { description: 'With status DELIVERED.' }) delivered: number;
  @Field(() => Int, { description: 'With status APPROVED.' }) approved: number;
  @Field(() => Int, { description: 'With status CANCELLED.' }) cancelled: number;
  @Field(() => Int, { description: 'Approved this month.' }) approvedThisMonth: number;
  @Field(() => Int, { description: 'The estimated minutes of those approved this month.' }) minutesThisMonth: number;

  @Field(() => Cents, { nullable: true, description: 'The fees in EUR of those approved this month.' })
  @Requires('mission.fee')
  earnedThisMonthCents: number;
}

@Resolver(() => Mission)
export class MissionResolver {
  @Query(() => Mission, { nullable: true, description: 'One mission. Null when there is none, or none you may see.' })
  @Requires('mission.read')
  @Through(missionById)
  mission(@Arg('id', () => ID, { description: 'The mission’s.' }) _id: string): void {}

  @Query(() => MissionConnection, { description: 'Your missions: for a prestataire those they do, for others those they see.' })
  @Requires('mission.read')
  @Through(missions)
  missions(@Args() _page: MissionPage): void {}

  @Query(() => MissionConnection, { description: 'The missions open to application.' })
  @Requires('mission.read')
  @Through(availableMissions)
  availableMissions(@Args() _page: MissionPage): void {}

  @Query(() => MissionStats, { description: 'Figures over your missions.' })
  @Requires('mission.read')
  @Through(missionFigures)
  missionStats(): void {}

  @Mutation(() => CreateMissionPayload, { description: 'Makes a mission as a draft and gives it the next reference.' })
  @Requires('mission.create')
  async createMission(
    @Arg('input', { description: 'What is known of it.' }) input: CreateMissionInput,
    @Ctx() ctx: Context,
  ): Promise<CreateMissionPayload> {
    return { mission: await createMission(ctx, input) };
  }

  @Mutation(() => UpdateMissionPayload, { description: 'Changes what is known of a mission.' })
  @Requires('mission.update')
  async updateMission(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateMissionInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateMissionPayload> {
    return { mission: await updateMission(ctx, id, version, fields) };
  }

  @Mutation(() => ChangeMissionStatusPayload, { description: 'Moves a mission to another status and tells those concerned.' })
  @Requires('mission.changeStatus')
  async changeMissionStatus(
    @Arg('input', { description: 'Which, and what.' }) input: ChangeMissionStatusInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeMissionStatusPayload> {
    return { mission: await changeMissionStatus(ctx, input) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Number and street of the place. Null while not set, and for who is only looking for work.',
  })
  street(@Root() mission: Mission, @Ctx() { viewer }: Context): string | null {
    return viewer.reach === Reach.PRESTATAIRE && mission.prestataireId !== viewer.id ? null : mission.streetLine;
  }

  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'Whom it is for. Null when you do not see them, as before a mission is yours.',
  })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => Project, {
    nullable: true,
    description: 'The project it is a part of. Null when there is none, or none you see.',
  })
  @Through(projectById, 'projectId')
  project(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who does it. Null until somebody is assigned.' })
  @Through(userById, 'prestataireId')
  prestataire(): void {}

  @FieldResolver(() => [MissionApplication], {
    description: 'Who applied, the first first; a prestataire sees their own application only.',
  })
  @Through(applicationsByMission)
  applications(): void {}

  @FieldResolver(() => [MissionStep], { description: 'Its changes of status, the first first. Empty for the client.' })
  @Through(stepsByMission)
  steps(): void {}

  @FieldResolver(() => [MissionStatus], { description: 'What you may change its status to now.' })
  allowedStatuses(@Root() mission: Mission, @Ctx() { viewer }: Context): MissionStatus[] {
    return nextStatuses(viewer, mission);
  }

  @FieldResolver(() => MissionAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() mission: Mission, @Ctx() ctx: Context) {
    return abilities(ctx, mission);
  }
}
