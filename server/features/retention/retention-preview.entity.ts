import { Field, Int, ObjectType } from 'type-graphql';
import { Day } from '../../core/scalars.js';
import { RetentionReason } from './retention-run.entity.js';

@ObjectType({ description: 'One record whose period is over.' })
export class RetentionExample {
  @Field(() => String, { nullable: true, description: 'What it is called. Null where only whose it is says it.' })
  called: string | null;

  @Field(() => Day, { description: 'The day from which its period was counted, in Paris.' }) since: string;

  @Field(() => [String], { description: 'Why it is kept back, in your language. Empty: it would go.' }) heldFor: string[];

  customerId: string | null;
  userId: string | null;
}

@ObjectType({ description: 'What would become of a category today. Nothing is changed by asking.' })
export class RetentionPreview {
  @Field(() => Day, { description: 'The day it was counted from, in Paris.' }) asOf: string;
  @Field(() => Int, { description: 'Records that would go.' }) gone: number;
  @Field(() => Int, { description: 'Records whose period is over and that would be kept back.' }) held: number;
  @Field(() => [RetentionReason], { description: 'Why they would be kept back.' }) heldFor: RetentionReason[];
  @Field(() => [RetentionExample], { description: 'The first 20 that would go, the oldest first.' })
  examples: RetentionExample[];
  @Field(() => [RetentionExample], { description: 'The first 20 that would be kept back.' }) heldExamples: RetentionExample[];
}
