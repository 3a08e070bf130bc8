import { FieldResolver, Int, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { openSessionsByUser } from './user-sessions.relations.js';

@Resolver(() => User)
export class UserSessionsResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'On how many devices they are signed in now.' })
  @Requires('user.suspend')
  @Through(openSessionsByUser)
  openSessions(): void {}
}
