import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents } from '../../core/scalars.js';
import { AppendOnly } from '../../core/table.js';

@AppendOnly()
@Entity()
@ObjectType({ implements: Node, description: 'A step in the life of an opportunity. Never edited.' })
export class OpportunityChange extends Node {
  @Field(() => Cents, { nullable: true, description: 'The amount before. Null at the beginning.' })
  @Column({ type: 'bigint', transformer: asNumber, nullable: true })
  fromAmountCents: number | null;

  @Field(() => Cents, { description: 'The amount after; the same where only the stage changed.' })
  @Column({ type: 'bigint', transformer: asNumber })
  toAmountCents: number;

  @Field({ description: 'ISO 4217; EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field({ description: 'When.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid' })
  opportunityId: string;

  @Column({ type: 'uuid', nullable: true })
  fromStageId: string | null;

  @Column({ type: 'uuid' })
  toStageId: string;

  @Column({ type: 'uuid' })
  authorId: string;
}
