import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Items } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';

@InputType({ description: 'Which notifications you have read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'Theirs, 500 at most. Absent: all of them.' })
  @Items({ min: 1, max: 500 })
  ids?: string[] | null;
}

@ObjectType({ description: 'The answer to `markNotificationsRead`.' })
export class MarkNotificationsReadPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are still unread.' }) unreadCount?: number;
}
