import { Field, ID, InputType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Portal } from '../session/viewer.entity.js';

@InputType({ description: 'Who, and what.' })
export class ExplainAccessInput {
  @Field(() => ID, { description: 'The user’s.' }) userId: string;
  @Field(() => Portal, { nullable: true, description: 'In the role of this portal; in their highest unless said.' })
  portal?: Portal | null;
  @Field({ description: 'The type of the record, as the schema calls it: see `accessTypes`.' })
  @Text({ max: 100 })
  typeName: string;
  @Field(() => ID, { description: 'The record’s.' }) id: string;
  @Field(() => String, { nullable: true, description: 'One of its fields, where it is about that.' })
  @Text({ max: 100 })
  field?: string | null;
}
