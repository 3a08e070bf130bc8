import { Args, FieldResolver, Resolver } from 'type-graphql';
import { Through } from '../../core/relation.js';
import { Project } from '../project/project.entity.js';
import { MissionConnection, MissionPage } from './mission.page.js';
import { missionsByProject } from './mission.relations.js';

@Resolver(() => Project)
export class ProjectMissionsResolver {
  @FieldResolver(() => MissionConnection, { description: 'The missions it is made of.' })
  @Through(missionsByProject)
  missions(@Args() _page: MissionPage): void {}
}
