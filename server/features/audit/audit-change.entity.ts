import { Field, ObjectType } from 'type-graphql';
import { Json } from '../../core/scalars.js';

/** Not an entity: a part of an entry's JSON, as far as the viewer may know it. */
@ObjectType({ description: 'What a property was, and what it became.' })
export class AuditChange {
  @Field({ description: 'Its name, as in the object’s type where it is a field of it.' }) property: string;
  @Field(() => Json, { nullable: true, description: 'Before. Null where there was nothing, or where it is hidden.' })
  before: unknown;
  @Field(() => Json, { nullable: true, description: 'After. Null where nothing is left, or where it is hidden.' }) after: unknown;
  @Field(() => Boolean, { description: 'You may know that it changed, but not from what to what.' }) hidden: boolean;
}
