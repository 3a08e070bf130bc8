import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'Whoever handles data on people for us, such as who hosts the product (RGPD, article 28).',
})
export class Processor extends Node {
  @Field({ description: 'Its name.' })
  @Column({ type: 'text' })
  name: string;

  @Field({ description: 'What it does for us.' })
  @Column({ type: 'text' })
  service: string;

  @Field({ description: 'Where it handles them: ISO 3166-1 alpha-2, such as FR.' })
  @Column({ type: 'text' })
  country: string;

  @Field(() => String, {
    nullable: true,
    description: 'Outside the European Economic Area: what makes that lawful, such as a decision of adequacy. Null inside it.',
  })
  @Column({ type: 'text', nullable: true })
  transferSafeguard: string | null;

  @Field(() => Day, { nullable: true, description: 'The day the contract of article 28 was signed. Null: there is none yet.' })
  @Column({ type: 'date', nullable: true })
  contractOn: string | null;

  @Field(() => String, { nullable: true, description: 'Where that contract is kept: a reference or an address.' })
  @Column({ type: 'text', nullable: true })
  contractReference: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it hands data on to in turn.' })
  @Column({ type: 'text', nullable: true })
  subProcessors: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to turn to there, also in the night of a breach.' })
  @Column({ type: 'text', nullable: true })
  contact: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day it works for us. Null: it still does.' })
  @Column({ type: 'date', nullable: true })
  endedOn: string | null;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Field({ description: 'When it was written down.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
