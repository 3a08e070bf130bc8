import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { isLocale } from '../../core/words.js';
import { myself } from '../account/profile.service.js';
import { requestRegistration } from '../account/registration.service.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Role } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { acceptInvitation, lookAtInvitation, registerInvited } from './acceptance.service.js';
import { Invitation, InvitationLook, InvitationStatus } from './invitation.entity.js';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  InviteUserInput,
  InviteUserPayload,
  RegisterInput,
  RegisterPayload,
  ResendInvitationInput,
  ResendInvitationPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './invitation.input.js';
import { InvitationConnection, InvitationPage } from './invitation.page.js';
import { invitationPolicy } from './invitation.policy.js';
import { customersByInvitation, invitations, invitedRole } from './invitation.relations.js';
import { statusOf } from './invitation.rules.js';
import { inviteUser, resendInvitation, revokeInvitation } from './invitation.service.js';
import { InvitationCustomer } from './invitation-customer.entity.js';

const InvitationAbilities = Abilities(Invitation, invitationPolicy);

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: 'Everybody who was invited, and what came of it.' })
  @Requires('user.invite')
  @Through(invitations)
  invitations(@Args() _page: InvitationPage): void {}

  @Query(() => InvitationLook, { nullable: true, description: 'An invitation, by its link. Null when the link is not ours.' })
  @Public()
  @Limited('mailed-link')
  invitation(
    @Arg('token', { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<InvitationLook | null> {
    return lookAtInvitation(ctx, token);
  }

  @Mutation(() => InviteUserPayload, {
    description: 'Invites somebody by mail, to a role below your own. It can be accepted once, for a week.',
  })
  @Requires('user.invite')
  @Limited('invitation')
  async inviteUser(
    @Arg('input', { description: 'Whom, and to what.' }) input: InviteUserInput,
    @Ctx() ctx: Context,
  ): Promise<InviteUserPayload> {
    return { invitation: await inviteUser(ctx, input) };
  }

  @Mutation(() => ResendInvitationPayload, { description: 'Sends an invitation again, in your name and for another week.' })
  @Requires('user.invite')
  @Limited('invitation')
  async resendInvitation(
    @Arg('input', { description: 'Which.' }) { id }: ResendInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<ResendInvitationPayload> {
    return { invitation: await resendInvitation(ctx, id) };
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'Takes an invitation back before it is accepted.' })
  @Requires('user.invite')
  async revokeInvitation(
    @Arg('input', { description: 'Which.' }) { id }: RevokeInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<RevokeInvitationPayload> {
    return { invitation: await revokeInvitation(ctx, id) };
  }

  @Mutation(() => RegisterPayload, {
    description: 'Opens an account: by an invitation at once; by oneself, where that is open, once the address is confirmed.',
  })
  @Public()
  @Limited('register')
  async register(
    @Arg('input', { description: 'Who.' }) { invitationToken, email, ...input }: RegisterInput,
    @Ctx() ctx: Context,
  ): Promise<RegisterPayload> {
    if (invitationToken) return { email: await registerInvited(ctx, { ...input, invitationToken }), mustConfirm: false };
    if (!email) throw new UserError('BLANK', ['input', 'email']);
    const locale = isLocale(input.locale) ? input.locale : ctx.locale;
    await requestRegistration(ctx, { ...input, email, locale });
    return { email, mustConfirm: true };
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Adds the role you were offered to your account.' })
  @Requires('account.update')
  @Limited('mailed-link')
  async acceptInvitation(
    @Arg('input', { description: 'Which.' }) { token }: AcceptInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<AcceptInvitationPayload> {
    await acceptInvitation(ctx, token);
    return { viewer: await myself(ctx) };
  }

  @FieldResolver(() => InvitationStatus, { description: 'Where it stands.' })
  status(@Root() invitation: Invitation): InvitationStatus {
    return statusOf(invitation);
  }

  @FieldResolver(() => Role, { description: 'The role it offers.' })
  @Through(invitedRole, 'roleId')
  role(): void {}

  @FieldResolver(() => User, { description: 'Who invites.' })
  @Through(userById, 'invitedById')
  invitedBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who accepted it. Null while nobody has.' })
  @Through(userById, 'acceptedById')
  acceptedBy(): void {}

  @FieldResolver(() => [InvitationCustomer], { description: 'The customers they will be a member of. Empty but for clients.' })
  @Through(customersByInvitation)
  customers(): void {}

  @FieldResolver(() => InvitationAbilities, { description: 'What you may do with it now.' })
  viewerCan(@Root() invitation: Invitation, @Ctx() ctx: Context) {
    return abilities(ctx, invitation);
  }
}

@Resolver(() => InvitationCustomer)
export class InvitationCustomerResolver {
  @FieldResolver(() => Customer, { description: 'Which.' })
  @Through(customerById, 'customerId')
  customer(): void {}
}
