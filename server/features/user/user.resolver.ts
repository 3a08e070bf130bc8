import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { Through } from '../../core/relation.js';
import { User } from './user.entity.js';
import {
  AssignRoleInput,
  AssignRolePayload,
  AssignRolesInput,
  AssignRolesPayload,
  CreateUserInput,
  CreateUserPayload,
  DeleteUserInput,
  DeleteUserPayload,
  ReactivateUserInput,
  ReactivateUserPayload,
  SuspendUserInput,
  SuspendUserPayload,
  UpdateUserInput,
  UpdateUserPayload,
} from './user.input.js';
import { UserConnection, UserPage } from './user.page.js';
import { userPolicy } from './user.policy.js';
import { rankByUser, roleKeysByUser, userById, users } from './user.relations.js';
import { createUser, updateUser } from './user.service.js';
import { assignRole, assignRoles } from './user-role.service.js';
import { deleteUser, reactivateUser, suspendUser } from './user-status.service.js';

const UserAbilities = Abilities(User, userPolicy);

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

  @Mutation(() => CreateUserPayload, {
    description: 'Makes an account with these roles, each below your own, and writes to its owner to choose a password.',
  })
  @Requires('user.create')
  async createUser(
    @Arg('input', { description: 'Who, and what they are.' }) input: CreateUserInput,
    @Ctx() ctx: Context,
  ): Promise<CreateUserPayload> {
    return { user: await createUser(ctx, input) };
  }

  @Mutation(() => UpdateUserPayload, {
    description: 'Changes what is known of a user who stands below you.',
  })
  @Requires('user.update')
  async updateUser(
    @Arg('input', { description: 'What to change.' }) { id, ...fields }: UpdateUserInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateUserPayload> {
    return { user: await updateUser(ctx, id, fields) };
  }

  @Mutation(() => SuspendUserPayload, {
    description: 'Ends every session of a user at once and lets them begin no other.',
  })
  @Requires('user.suspend')
  async suspendUser(
    @Arg('input', { description: 'Whom.' }) { id }: SuspendUserInput,
    @Ctx() ctx: Context,
  ): Promise<SuspendUserPayload> {
    return { user: await suspendUser(ctx, id) };
  }

  @Mutation(() => ReactivateUserPayload, {
    description: 'Lets a suspended user sign in again.',
  })
  @Requires('user.suspend')
  async reactivateUser(
    @Arg('input', { description: 'Whom.' }) { id }: ReactivateUserInput,
    @Ctx() ctx: Context,
  ): Promise<ReactivateUserPayload> {
    return { user: await reactivateUser(ctx, id) };
  }

  @Mutation(() => DeleteUserPayload, {
    description:
      'Takes an account away for good: what they did stays, what is personal is emptied, the address is free. LAST_SUPERADMIN for the last one.',
  })
  @Requires('user.delete')
  async deleteUser(
    @Arg('input', { description: 'Whom, and what stays of their name.' }) { id, rememberedAs }: DeleteUserInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteUserPayload> {
    return { user: await deleteUser(ctx, id, rememberedAs) };
  }

  @Mutation(() => AssignRolesPayload, {
    description: 'Gives a user exactly these roles; where anything changes, their sessions end.',
  })
  @Requires('role.assign')
  async assignRoles(
    @Arg('input', { description: 'Whom, and which.' }) { id, roleKeys }: AssignRolesInput,
    @Ctx() ctx: Context,
  ): Promise<AssignRolesPayload> {
    return { user: await assignRoles(ctx, id, roleKeys) };
  }

  @Mutation(() => AssignRolePayload, {
    description: 'Gives a user one more role; their sessions end, so that they sign in as who they are now.',
  })
  @Requires('role.assign')
  async assignRole(
    @Arg('input', { description: 'Whom, and which.' }) { id, roleKey }: AssignRoleInput,
    @Ctx() ctx: Context,
  ): Promise<AssignRolePayload> {
    return { user: await assignRole(ctx, id, roleKey) };
  }

  @FieldResolver(() => [String], { nullable: true, description: 'The keys of their roles, the highest first.' })
  @Requires('user.read')
  @Through(roleKeysByUser)
  roleKeys(): void {}

  @FieldResolver(() => UserAbilities, { description: 'What you may do with them.' })
  async viewerCan(@Root() user: User, @Ctx() ctx: Context) {
    user.rank = await load(ctx, rankByUser, user.id);
    return abilities(ctx, user);
  }
}
