import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Json } from '../../core/scalars.js';
import { CustomerSegment, SegmentColour } from './segment.entity.js';

/** What a rule is made of, for whoever writes one. */
export const RULE =
  'Version 1: { version: 1, match: "ALL" or "ANY", not?: true, of: [conditions and groups] }; a group is the same without `version`, a condition { field, op, value?, within? } with a field and an operator of `segmentFields`. `within` is { days } or { from?, to? }. 50 conditions, 4 levels.';

@InputType({ description: 'A segment, new or changed. Absent leaves it as it is.' })
export class SaveSegmentInput {
  @Field(() => ID, { nullable: true, description: 'Which to change. Absent: a new one, which needs a name and a rule.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'What to call it. Unique.' }) @Text({ max: 60 }) name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' }) @Text({ max: 500 }) description?: string | null;

  @Field(() => SegmentColour, { nullable: true, description: 'Of its badge; BLUE unless said.' }) colour?: SegmentColour | null;

  @Field(() => Json, { nullable: true, description: `Who is in it. ${RULE}` }) rule?: unknown;
}

@InputType({ description: 'Which segment.' })
export class SegmentInput {
  @Field(() => ID, { description: 'The segment’s.' }) id: string;
}

@InputType({ description: 'A segment to delete.' })
export class DeleteSegmentInput extends SegmentInput {}

@InputType({ description: 'A segment to copy.' })
export class DuplicateSegmentInput extends SegmentInput {}

@InputType({ description: 'A delivered segment to put back.' })
export class RestoreSegmentInput extends SegmentInput {}

@InputType({ description: 'A segment to work out anew.' })
export class RefreshSegmentInput extends SegmentInput {}

@InputType({ description: 'A segment to be told of.' })
export class FollowSegmentInput extends SegmentInput {
  @Field(() => Boolean, { description: 'From now on, or no more.' }) following: boolean;
}

@ObjectType({ description: 'What became of a segment.' })
export abstract class SegmentPayload extends Payload {
  @Field(() => CustomerSegment, { nullable: true, description: 'As it is now.' }) segment?: CustomerSegment;
}

@ObjectType({ description: 'The answer to `saveSegment`.' })
export class SaveSegmentPayload extends SegmentPayload {}

@ObjectType({ description: 'The answer to `duplicateSegment`.' })
export class DuplicateSegmentPayload extends SegmentPayload {}

@ObjectType({ description: 'The answer to `restoreSegment`.' })
export class RestoreSegmentPayload extends SegmentPayload {}

@ObjectType({ description: 'The answer to `refreshSegment`.' })
export class RefreshSegmentPayload extends SegmentPayload {}

@ObjectType({ description: 'The answer to `followSegment`.' })
export class FollowSegmentPayload extends SegmentPayload {}

@ObjectType({ description: 'The answer to `deleteSegment`.' })
export class DeleteSegmentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The one that is gone.' }) deletedId?: string;
}
