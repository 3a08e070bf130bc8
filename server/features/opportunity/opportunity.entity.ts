import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents, Day } from '../../core/scalars.js';

@Entity()
@ObjectType({ implements: Node, description: 'Something that a customer, or somebody who may become one, could buy.' })
export class Opportunity extends Node {
  @Field({ description: 'What it is about, in a few words.' })
  @Column({ type: 'text' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Who could buy, while they are no customer of ours. Null when they are.' })
  @Column({ type: 'text', nullable: true })
  prospectName: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to talk to there. Null when unknown.' })
  @Column({ type: 'text', nullable: true })
  contactName: string | null;

  @Field(() => Cents, { description: 'What it would bring in, before tax.' })
  @Column({ type: 'bigint', transformer: asNumber })
  amountCents: number;

  @Field({ description: 'ISO 4217; EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field(() => Day, { nullable: true, description: 'When a decision is expected. Null when nobody knows.' })
  @Column({ type: 'date', nullable: true })
  expectedCloseOn: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was lost. Null unless it is.' })
  @Column({ type: 'text', nullable: true })
  lostReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was won or lost. Null while it is open.' })
  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Field({ description: 'When it came to its stage.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  stageSince: Date;

  @Field({ description: 'When the record was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When the record last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  /** Its place in the stage, with room between neighbours. */
  @Column({ type: 'bigint', transformer: asNumber })
  position: number;

  @Column({ type: 'uuid' })
  stageId: string;

  @Column({ type: 'uuid', nullable: true })
  customerId: string | null;

  @Column({ type: 'uuid' })
  ownerId: string;
}
