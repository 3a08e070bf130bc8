import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Membership } from '../membership/membership.entity.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import {
  AddMembershipInput,
  AddMembershipPayload,
  EndMembershipInput,
  EndMembershipPayload,
  UpdateMembershipInput,
  UpdateMembershipPayload,
} from './membership.input.js';
import { membershipPolicy } from './membership.policy.js';
import { membersByCustomer, membershipsByUser } from './membership.relations.js';
import { addMembership, endMembership, updateMembership } from './membership.service.js';

const MembershipAbilities = Abilities(Membership, membershipPolicy);

@Resolver(() => Membership)
export class MembershipResolver {
  @Mutation(() => AddMembershipPayload, { description: 'Gives somebody with a client role access to a customer.' })
  @Requires('membership.change')
  async addMembership(
    @Arg('input', { description: 'Who, to which, and what of it.' }) input: AddMembershipInput,
    @Ctx() ctx: Context,
  ): Promise<AddMembershipPayload> {
    return { membership: await addMembership(ctx, input) };
  }

  @Mutation(() => UpdateMembershipPayload, { description: 'Changes what a member sees of a customer, at once.' })
  @Requires('membership.change')
  async updateMembership(
    @Arg('input', { description: 'Which, and what.' }) input: UpdateMembershipInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateMembershipPayload> {
    return { membership: await updateMembership(ctx, input) };
  }

  @Mutation(() => EndMembershipPayload, {
    description: 'Takes somebody’s access to a customer away, at once. The account stays.',
  })
  @Requires('membership.change')
  async endMembership(
    @Arg('input', { description: 'Which.' }) { id }: EndMembershipInput,
    @Ctx() ctx: Context,
  ): Promise<EndMembershipPayload> {
    return { deletedId: await endMembership(ctx, id) };
  }

  @FieldResolver(() => User, { description: 'Who.' })
  @Through(userById, 'userId')
  user(): void {}

  @FieldResolver(() => Customer, { description: 'Of which customer.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => MembershipAbilities, { description: 'What you may do with it now.' })
  viewerCan(@Root() membership: Membership, @Ctx() ctx: Context) {
    return abilities(ctx, membership);
  }
}

@Resolver(() => Customer)
export class CustomerMembersResolver {
  @FieldResolver(() => [Membership], { nullable: true, description: 'Who of theirs may enter the client portal for them.' })
  @Requires('membership.read')
  @Through(membersByCustomer)
  members(): void {}
}

@Resolver(() => User)
export class UserMembershipsResolver {
  @FieldResolver(() => [Membership], { nullable: true, description: 'The customers they enter the client portal for.' })
  @Requires('membership.read')
  @Through(membershipsByUser)
  memberships(): void {}
}
