import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { Membership } from '../membership/membership.entity.js';

@InputType({ description: 'Who may enter the client portal for which customer, and what of it they will see.' })
export class AddMembershipInput {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => ID, { description: 'The user’s, who has a client role.' }) userId: string;
  @Field({ defaultValue: true, description: 'Invoices, payments, balance.' }) finance: boolean;
  @Field({ defaultValue: true, description: 'Documents shared with the client.' }) documents: boolean;
  @Field({ defaultValue: true, description: 'Projects with their milestones and comments.' }) projects: boolean;
  @Field({ defaultValue: true, description: 'Support tickets.' }) tickets: boolean;
}

@InputType({ description: 'What a member may see from now on. Absent leaves it as it is.' })
export class UpdateMembershipInput {
  @Field(() => ID, { description: 'The membership’s.' }) id: string;
  @Field(() => Boolean, { nullable: true, description: 'Invoices, payments, balance.' }) finance?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Documents shared with the client.' }) documents?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Projects with their milestones and comments.' })
  projects?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Support tickets.' }) tickets?: boolean | null;
}

@InputType({ description: 'Which membership to end.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The membership’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `addMembership`.' })
export class AddMembershipPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The new one.' }) membership?: Membership;
}

@ObjectType({ description: 'The answer to `updateMembership`.' })
export class UpdateMembershipPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'As it is now.' }) membership?: Membership;
}

@ObjectType({ description: 'The answer to `endMembership`.' })
export class EndMembershipPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
