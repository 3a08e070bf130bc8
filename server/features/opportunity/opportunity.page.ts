import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { Day } from '../../core/scalars.js';
import { Opportunity } from './opportunity.entity.js';

export const OpportunityConnection = Connection(Opportunity);

export enum OpportunitySort {
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  AMOUNT = 'amountCents',
  TITLE = 'title',
}
registerEnumType(OpportunitySort, {
  name: 'OpportunitySort',
  description: 'What a list of opportunities is sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When the record was made.' },
    UPDATED_AT: { description: 'When the record last changed.' },
    AMOUNT: { description: 'What it would bring in.' },
    TITLE: { description: 'What it is about.' },
  },
});

@InputType({ description: 'Which opportunities. All conditions hold together.' })
export class OpportunityFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the title, or of the customer’s, the prospect’s or the contact’s name; accents and case ignored.',
  })
  @Text({ max: 200 })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this stage.' }) stageId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this owner.' }) ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'With this customer.' }) customerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: neither won nor lost yet. False: won or lost.' }) open?:
    | boolean
    | null;
  @Field(() => Day, { nullable: true, description: 'With a decision expected before this day.' }) closesBefore?: string | null;
}

@ArgsType()
export class OpportunityPage extends Page {
  @Field(() => OpportunitySort, { defaultValue: OpportunitySort.CREATED_AT, description: 'What to sort by.' })
  sort: OpportunitySort;
  @Field(() => OpportunityFilter, { nullable: true, description: 'Which ones.' }) filter?: OpportunityFilter | null;
}
