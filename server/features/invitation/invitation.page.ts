import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { Invitation, InvitationStatus } from './invitation.entity.js';

export const InvitationConnection = Connection(Invitation);

export enum InvitationSort {
  CREATED_AT = 'createdAt',
  EMAIL = 'email',
}
registerEnumType(InvitationSort, {
  name: 'InvitationSort',
  description: 'What invitations are sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When it was made.' },
    EMAIL: { description: 'The address it was sent to.' },
  },
});

@InputType({ description: 'Which invitations. All conditions hold together.' })
export class InvitationFilter {
  @Field(() => InvitationStatus, { nullable: true, description: 'Where they stand.' }) status?: InvitationStatus | null;

  @Field(() => String, { nullable: true, description: 'Part of the address; accents and case ignored.' })
  @Text({ max: 200 })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'To be a member of this customer.' }) customerId?: string | null;
}

@ArgsType()
export class InvitationPage extends Page {
  @Field(() => InvitationSort, { defaultValue: InvitationSort.CREATED_AT, description: 'What to sort by.' }) sort: InvitationSort;
  @Field(() => InvitationFilter, { nullable: true, description: 'Which ones.' }) filter?: InvitationFilter | null;
}
