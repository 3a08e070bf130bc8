import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'One of the values a custom field of kind CHOICE may have.' })
export class CustomFieldChoice extends Node {
  @Field({ description: 'What it is called in French.' })
  @Column({ type: 'text' })
  labelFr: string;

  @Field({ description: 'What it is called in English.' })
  @Column({ type: 'text' })
  labelEn: string;

  @Field(() => Int, { description: 'Its place among the choices, from 0.' })
  @Column({ type: 'integer' })
  position: number;

  @Field({ description: 'Not given any more. Customers who have it keep it.' })
  @Column({ type: 'boolean', default: false })
  retired: boolean;

  @Column({ type: 'uuid' })
  fieldId: string;
}
