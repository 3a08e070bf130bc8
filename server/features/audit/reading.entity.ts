import { Field, Int, ObjectType } from 'type-graphql';
import { Day } from '../../core/scalars.js';

/** Not an entity: readings of one day are told together, so that nobody's hours can be read off. */
@ObjectType({ description: 'On a day, somebody in this role looked at the record.' })
export class Reading {
  @Field(() => Day, { description: 'The day, in Paris.' }) day: string;
  @Field({ description: 'The key of their role, such as staff.' }) role: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How often: once a quarter of an hour at most. Null where it is not yours to know.',
  })
  times: number | null;
  /** Null where it is not the viewer's to know. */
  userId: string | null;
}
