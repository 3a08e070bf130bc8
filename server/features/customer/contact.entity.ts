import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'A person to talk to at a customer’s.' })
export class Contact extends Node {
  @Field({ description: 'First and last name.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What they do there, such as “comptable”. Null when unknown.' })
  @Column({ type: 'text', nullable: true })
  position: string | null;

  @Field(() => String, { nullable: true, description: 'Null when there is none.' })
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'E.164. Null when there is none.' })
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Field({ description: 'The one to turn to first.' })
  @Column({ type: 'boolean', default: false })
  primary: boolean;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'uuid' })
  customerId: string;
}
