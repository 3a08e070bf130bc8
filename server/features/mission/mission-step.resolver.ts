import { FieldResolver, Resolver } from 'type-graphql';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { MissionStep } from './mission-step.entity.js';

@Resolver(() => MissionStep)
export class MissionStepResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Who did it. Null when you do not see them.' })
  @Through(userById, 'authorId')
  author(): void {}
}
