import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';
import { LegalBasis } from '../consent/contact-purpose.entity.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'Something we do with data on people, as the register of processing says it (RGPD, article 30).',
})
export class ProcessingActivity extends Node {
  /** Of what the product itself does: by it an activity is delivered once. */
  @Column({ type: 'text', nullable: true }) code: string | null;

  @Field({ description: 'What it is called. Unique.' })
  @Column({ type: 'text' })
  name: string;

  @Field({ description: 'What it is for.' })
  @Column({ type: 'text' })
  purposes: string;

  @Field(() => [LegalBasis], { description: 'What allows it: one at least.' })
  @Column({ type: 'text', array: true })
  legalBases: LegalBasis[];

  @Field({ description: 'On whom there is data: categories of people.' })
  @Column({ type: 'text' })
  people: string;

  @Field({ description: 'What data: categories, never the data themselves.' })
  @Column({ type: 'text' })
  data: string;

  @Field({ description: 'Who gets them, inside and outside: categories of recipients.' })
  @Column({ type: 'text' })
  recipients: string;

  @Field(() => String, { nullable: true, description: 'Where they go outside the European Union. Null: nowhere.' })
  @Column({ type: 'text', nullable: true })
  transfers: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What makes that lawful, such as standard clauses. Null without transfers.',
  })
  @Column({ type: 'text', nullable: true })
  transferSafeguard: string | null;

  @Field({ description: 'How long they are kept, in words.' })
  @Column({ type: 'text' })
  retention: string;

  @Field({ description: 'How they are kept safe, in general terms.' })
  @Column({ type: 'text' })
  security: string;

  @Field(() => String, { nullable: true, description: 'Who answers for it with us. Null while nobody is named.' })
  @Column({ type: 'text', nullable: true })
  responsible: string | null;

  @Field(() => Day, { description: 'Since when we do it.' })
  @Column({ type: 'date' })
  startedOn: string;

  @Field(() => Day, { nullable: true, description: 'The last day we do it. Null: it goes on.' })
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
