import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Email, Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { PASSWORD_LENGTH } from '../session/password.rules.js';
import { ViewerType } from '../session/viewer.entity.js';
import { Invitation } from './invitation.entity.js';

const TOKEN = 200;

@InputType({ description: 'A customer to make them a member of, and what of it they will see.' })
export class InvitedCustomerInput {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field({ defaultValue: true, description: 'Invoices, payments, balance.' }) finance: boolean;
  @Field({ defaultValue: true, description: 'Documents shared with the client.' }) documents: boolean;
  @Field({ defaultValue: true, description: 'Projects with their milestones and comments.' }) projects: boolean;
  @Field({ defaultValue: true, description: 'Support tickets.' }) tickets: boolean;
}

@InputType({ description: 'Whom to invite, and to what.' })
export class InviteUserInput {
  @Field({ description: 'Their address. It may have an account already: then the role is added to it.' })
  @Text({ min: 1, max: 254 })
  @Email()
  email: string;

  @Field({ description: 'The key of the role, below your own.' }) @Text({ min: 1, max: 40 }) roleKey: string;

  @Field(() => [InvitedCustomerInput], {
    defaultValue: [],
    description: 'For a client: the customers they will be a member of, one at least. For others: none.',
  })
  @Items({ max: 50 })
  customers: InvitedCustomerInput[];

  @Field(() => String, { nullable: true, description: 'The language to write in, fr or en. Null: yours.' })
  @Text({ max: 10 })
  locale?: string | null;
}

@ObjectType({ description: 'The answer to `inviteUser`.' })
export class InviteUserPayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation. Its mail is on its way.' }) invitation?: Invitation;
}

@InputType({ description: 'Which invitation to send again.' })
export class ResendInvitationInput {
  @Field(() => ID, { description: 'The invitation’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `resendInvitation`.' })
export class ResendInvitationPayload extends Payload {
  @Field(() => Invitation, {
    nullable: true,
    description: 'The invitation, with another week ahead. The link before works no more.',
  })
  invitation?: Invitation;
}

@InputType({ description: 'Which invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `revokeInvitation`.' })
export class RevokeInvitationPayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation, which nobody can accept any more.' })
  invitation?: Invitation;
}

@InputType({ description: 'A new account: by an invitation, or by oneself where that is open.' })
export class RegisterInput {
  @Field(() => String, { nullable: true, description: 'What stands behind the # of the invitation’s link. Null: by oneself.' })
  @Text({ max: TOKEN })
  invitationToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Their address, where there is no invitation: that names one itself.' })
  @Text({ max: 254 })
  @Email()
  email?: string | null;

  @Field({ description: 'First and last name.' }) @Text({ min: 1, max: 120 }) name: string;
  @Field({ description: 'The password to sign in with.' }) @Text({ min: 1, max: PASSWORD_LENGTH.max }) password: string;

  @Field(() => String, { nullable: true, description: 'fr or en. Null follows the browser.' })
  @Text({ max: 10 })
  locale?: string | null;
}

@ObjectType({ description: 'The answer to `register`.' })
export class RegisterPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The address of the account.' }) email?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: a mail is on its way, and the account opens by its link. The answer is the same for an address that has an account. False: sign in.',
  })
  mustConfirm?: boolean;
}

@InputType({ description: 'Which invitation to accept.' })
export class AcceptInvitationInput {
  @Field({ description: 'What stands behind the # of its link.' }) @Text({ min: 1, max: TOKEN }) token: string;
}

@ObjectType({ description: 'The answer to `acceptInvitation`.' })
export class AcceptInvitationPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'You, with the portals that are yours now.' }) viewer?: ViewerType;
}
