import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { ImportRun } from '../import/import-run.entity.js';
import { Mission } from '../mission/mission.entity.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { Milestone } from '../project/milestone.entity.js';
import { Project } from '../project/project.entity.js';
import { Reach } from '../user/role.entity.js';
import { ClientDashboard, PrestataireDashboard, RevendeurDashboard, SuperadminDashboard } from './dashboard.entity.js';
import { closingSoon, lateProjects, nextMilestone, nextMission, recentImports } from './dashboard.relations.js';
import { clientDashboard, prestataireDashboard, revendeurDashboard, superadminDashboard } from './dashboard.service.js';
import { ToDo } from './to-do.entity.js';
import { toDo } from './to-do.service.js';

@ObjectType({ description: 'What the viewer’s portal shows first: the part of their portal, and what needs doing now.' })
class Dashboard {
  @Field(() => ClientDashboard, { nullable: true, description: 'In the client portal only.' }) client?: ClientDashboard;
  @Field(() => PrestataireDashboard, { nullable: true, description: 'In the prestataire portal only.' })
  prestataire?: PrestataireDashboard;
  @Field(() => RevendeurDashboard, { nullable: true, description: 'In the reseller portal only.' })
  revendeur?: RevendeurDashboard;
  @Field(() => SuperadminDashboard, { nullable: true, description: 'In the portal of our own people only.' })
  superadmin?: SuperadminDashboard;
}

const isIn = (reach: Reach, { viewer }: Context) => viewer.reach === reach;

@Resolver(() => Dashboard)
export class DashboardResolver {
  @Query(() => Dashboard, { description: 'What your portal shows first.' })
  @Requires('viewer.read')
  dashboard(): Dashboard {
    return new Dashboard();
  }

  @FieldResolver()
  client(@Ctx() ctx: Context): Promise<ClientDashboard> | null {
    return isIn(Reach.CLIENT, ctx) ? clientDashboard(ctx) : null;
  }

  @FieldResolver()
  prestataire(@Ctx() ctx: Context): Promise<PrestataireDashboard> | null {
    return isIn(Reach.PRESTATAIRE, ctx) ? prestataireDashboard(ctx) : null;
  }

  @FieldResolver()
  revendeur(@Ctx() ctx: Context): Promise<RevendeurDashboard> | null {
    return isIn(Reach.REVENDEUR, ctx) ? revendeurDashboard(ctx) : null;
  }

  @FieldResolver()
  superadmin(@Ctx() ctx: Context): Promise<SuperadminDashboard> | null {
    return isIn(Reach.STAFF, ctx) ? superadminDashboard(ctx) : null;
  }

  @FieldResolver(() => [ToDo], { description: 'What needs doing now, the worst first.' })
  toDo(@Ctx() ctx: Context): Promise<ToDo[]> {
    return toDo(ctx);
  }
}

@Resolver(() => ClientDashboard)
export class ClientDashboardResolver {
  @FieldResolver(() => Milestone, {
    nullable: true,
    description: 'The next of all projects under way. Null when none has a day.',
  })
  @Through(nextMilestone)
  nextMilestone(): void {}
}

@Resolver(() => PrestataireDashboard)
export class PrestataireDashboardResolver {
  @FieldResolver(() => Mission, {
    nullable: true,
    description: 'The one under way, else the one that begins first. Null when there is none.',
  })
  @Through(nextMission)
  nextMission(): void {}
}

@Resolver(() => RevendeurDashboard)
export class RevendeurDashboardResolver {
  @FieldResolver(() => [Opportunity], {
    description: 'Open, with a decision expected within two weeks or by now: the first five.',
  })
  @Through(closingSoon)
  closingSoon(): void {}
}

@Resolver(() => SuperadminDashboard)
export class SuperadminDashboardResolver {
  @FieldResolver(() => [Project], { description: 'Not finished though their day is past, the latest first: five at most.' })
  @Through(lateProjects)
  projectsLate(): void {}

  @FieldResolver(() => [ImportRun], { description: 'The five newest; none when you may not import.' })
  @Through(recentImports)
  recentImports(): void {}
}
