import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Direction, Page } from '../../core/connection.js';
import { Items, Text } from '../../core/inputs.js';
import { Mission, MissionStatus } from './mission.entity.js';

export const MissionConnection = Connection(Mission);

export enum MissionSort {
  SCHEDULED_START = 'startOrder',
  TITLE = 'title',
  REFERENCE = 'reference',
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
}
registerEnumType(MissionSort, {
  name: 'MissionSort',
  description: 'What a list of missions is sorted by.',
  valuesConfig: {
    SCHEDULED_START: { description: 'When they are to begin; those without a date as if it were far away.' },
    TITLE: { description: 'Their title.' },
    REFERENCE: { description: 'Our reference.' },
    CREATED_AT: { description: 'When they were made.' },
    UPDATED_AT: { description: 'When they last changed.' },
  },
});

@InputType({ description: 'Which missions. All conditions hold together.' })
export class MissionFilter {
  @Field(() => [MissionStatus], { nullable: true, description: 'In one of these statuses.' })
  @Items({ max: 10 })
  status?: MissionStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'For this customer.' }) customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this project.' }) projectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Done by this user.' }) prestataireId?: string | null;
  @Field(() => Date, { nullable: true, description: 'Beginning at this instant or later.' }) from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Beginning before this instant.' }) before?: Date | null;

  @Field(() => String, { nullable: true, description: 'Part of the title or reference; accents and case ignored.' })
  @Text({ max: 200 })
  search?: string | null;
}

@ArgsType()
export class MissionPage extends Page {
  @Field(() => Direction, { defaultValue: Direction.ASC, description: 'The order of the list.' }) declare direction: Direction;
  @Field(() => MissionSort, { defaultValue: MissionSort.SCHEDULED_START, description: 'What to sort by.' }) sort: MissionSort;
  @Field(() => MissionFilter, { nullable: true, description: 'Which ones.' }) filter?: MissionFilter | null;
}
