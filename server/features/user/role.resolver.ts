import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Permission } from './permission.entity.js';
import { permissionWords } from './permission.words.js';
import { Role } from './role.entity.js';
import {
  CreateRoleInput,
  CreateRolePayload,
  DeleteRoleInput,
  DeleteRolePayload,
  UpdateRoleInput,
  UpdateRolePayload,
} from './role.input.js';
import { createRole, deleteRole, updateRole } from './role.service.js';
import { rolePolicy } from './user.policy.js';
import { holdersByRole, roleById, roles } from './user.relations.js';

const RoleAbilities = Abilities(Role, rolePolicy);

@Resolver(() => Role)
export class RoleResolver {
  @Query(() => [Role], { description: 'Every role, the highest first.' })
  @Requires('role.read')
  @Through(roles)
  roles(): void {}

  @Query(() => Role, { nullable: true, description: 'One role. Null when there is none, or none you may see.' })
  @Requires('role.read')
  @Through(roleById)
  role(@Arg('id', () => ID, { description: 'The role’s.' }) _id: string): void {}

  @Query(() => [Permission], { description: 'Everything that a role may let people do, by group.' })
  @Requires('role.read')
  permissions(@Ctx() { locale }: Context): Permission[] {
    return permissionWords.map(({ key, group, words }) => ({ key, group, description: words[locale] }));
  }

  @Mutation(() => CreateRolePayload, { description: 'Makes a role of your own, below yours and with no more than you may do.' })
  @Requires('role.create')
  async createRole(
    @Arg('input', { description: 'What it is.' }) input: CreateRoleInput,
    @Ctx() ctx: Context,
  ): Promise<CreateRolePayload> {
    return { role: await createRole(ctx, input) };
  }

  @Mutation(() => UpdateRolePayload, { description: 'Changes a role below yours; superadmins change theirs too.' })
  @Requires('role.update')
  async updateRole(
    @Arg('input', { description: 'What to change.' }) input: UpdateRoleInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateRolePayload> {
    return { role: await updateRole(ctx, input) };
  }

  @Mutation(() => DeleteRolePayload, { description: 'Takes away a role of your own that nobody has.' })
  @Requires('role.delete')
  async deleteRole(
    @Arg('input', { description: 'Which.' }) { id }: DeleteRoleInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteRolePayload> {
    return { id: await deleteRole(ctx, id) };
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many have it.' })
  @Requires('user.read')
  @Through(holdersByRole)
  holders(): void {}

  @FieldResolver(() => RoleAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() role: Role, @Ctx() ctx: Context) {
    return abilities(ctx, role);
  }
}
