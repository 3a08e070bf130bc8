import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents } from '../../core/scalars.js';
import { AppendOnly } from '../../core/table.js';

@AppendOnly()
@Entity()
@ObjectType({ implements: Node, description: 'The part of a payment that goes to one invoice.' })
export class PaymentAllocation extends Node {
  @Field(() => Cents, { description: 'How much of it.' })
  @Column({ type: 'bigint', transformer: asNumber })
  amountCents: number;

  @Column({ type: 'uuid' })
  paymentId: string;

  @Column({ type: 'uuid' })
  invoiceId: string;
}
