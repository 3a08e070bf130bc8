import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';

@Entity()
@ObjectType({
  implements: Node,
  description:
    'What a custom field says of a customer: one of its values, by the kind of the field, is there and the others are null.',
})
export class CustomFieldValue extends Node {
  @Field(() => ID, { description: 'The field’s.' })
  @Column({ type: 'uuid' })
  fieldId: string;

  @Field(() => String, { nullable: true, description: 'Of a field of kind TEXT.' })
  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Field(() => Float, { nullable: true, description: 'Of a field of kind NUMBER.' })
  @Column({ type: 'double precision', nullable: true })
  number: number | null;

  @Field(() => Day, { nullable: true, description: 'Of a field of kind DATE.' })
  @Column({ type: 'date', nullable: true })
  date: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a field of kind CHOICE: the choice’s.' })
  @Column({ type: 'uuid', nullable: true })
  choiceId: string | null;

  @Column({ type: 'uuid' })
  customerId: string;
}
