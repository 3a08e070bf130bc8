import { Arg, Args, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Role } from './role.entity.js';
import { User } from './user.entity.js';
import { UserConnection, UserPage } from './user.page.js';
import { roleKeysByUser, roles, userById, users } from './user.relations.js';

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'One user. Null when there is none, or none you may see.' })
  @Requires('user.read')
  @Through(userById)
  user(@Arg('id', () => ID, { description: 'The user’s.' }) _id: string): void {}

  @Query(() => UserConnection, { description: 'Everybody with an account.' })
  @Requires('user.read')
  @Through(users)
  users(@Args() _page: UserPage): void {}

  @Query(() => [Role], { description: 'Every role, the highest first.' })
  @Requires('role.read')
  @Through(roles)
  roles(): void {}

  @FieldResolver(() => [String], { nullable: true, description: 'The keys of their roles, the highest first.' })
  @Requires('user.read')
  @Through(roleKeysByUser)
  roleKeys(): void {}
}
