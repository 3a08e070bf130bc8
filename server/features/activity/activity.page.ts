import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Items, Text } from '../../core/inputs.js';
import { Activity } from './activity.entity.js';
import { ActivityGroup, ActivityKind } from './activity.kinds.js';

export const ActivityConnection = Connection(Activity);

export enum ActivitySort {
  OCCURRED_AT = 'occurredAt',
}
registerEnumType(ActivitySort, {
  name: 'ActivitySort',
  description: 'What a timeline is sorted by.',
  valuesConfig: { OCCURRED_AT: { description: 'When it happened.' } },
});

@InputType({ description: 'Which activities. All conditions hold together.' })
export class ActivityFilter {
  @Field(() => [ActivityKind], { nullable: true, description: 'Of one of these kinds.' })
  @Items({ max: 50 })
  kinds?: ActivityKind[] | null;

  @Field(() => ActivityGroup, { nullable: true, description: 'About this.' }) group?: ActivityGroup | null;
  @Field(() => Date, { nullable: true, description: 'At this instant or later.' }) from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Before this instant.' }) before?: Date | null;
  @Field(() => ID, { nullable: true, description: 'By this user.' }) authorId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Pinned, or not.' }) pinned?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the title as written, of the text, or of a name in it; accents and case ignored.',
  })
  @Text({ max: 200 })
  search?: string | null;
}

@ArgsType()
export class ActivityPage extends Page {
  @Field(() => ActivitySort, { defaultValue: ActivitySort.OCCURRED_AT, description: 'What to sort by.' }) sort: ActivitySort;
  @Field(() => ActivityFilter, { nullable: true, description: 'Which ones.' }) filter?: ActivityFilter | null;
}
