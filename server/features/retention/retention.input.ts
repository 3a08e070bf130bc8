import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { RetentionRule } from './retention-rule.entity.js';
import { RetentionRun } from './retention-run.entity.js';

@InputType({ description: 'A rule as it is to be.' })
export class UpdateRetentionRuleInput {
  @Field(() => ID, { description: 'The rule’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
  @Field(() => Int, { description: 'How long, in months: within `least` and `most`.' }) months: number;
  @Field({ description: 'Off: nothing of it goes by itself.' }) active: boolean;
  @Field(() => Int, {
    nullable: true,
    description:
      'What `retentionPreview` said would go with this period. Needed where people’s records are to go that did not before: refused when more would go by now.',
  })
  expected?: number | null;
}

@ObjectType({ description: 'The answer to `updateRetentionRule`.' })
export class UpdateRetentionRulePayload extends Payload {
  @Field(() => RetentionRule, { nullable: true, description: 'As it is now.' }) retentionRule?: RetentionRule;
}

@InputType({ description: 'How to run.' })
export class StartRetentionRunInput {
  @Field({ description: 'Only count, and report: nothing is changed. All categories then, also those that are off.' })
  dryRun: boolean;
}

@ObjectType({ description: 'The answer to `startRetentionRun`.' })
export class StartRetentionRunPayload extends Payload {
  @Field(() => RetentionRun, { nullable: true, description: 'The run, which waits for its turn.' }) retentionRun?: RetentionRun;
}
