import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents, Day } from '../../core/scalars.js';
import { AppendOnly } from '../../core/table.js';

export enum PaymentMethod {
  CARD = 'CARD',
  TRANSFER = 'TRANSFER',
  DIRECT_DEBIT = 'DIRECT_DEBIT',
  CHEQUE = 'CHEQUE',
  CASH = 'CASH',
}
registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description: 'How money came.',
  valuesConfig: {
    CARD: { description: 'Bank card.' },
    TRANSFER: { description: 'Bank transfer.' },
    DIRECT_DEBIT: { description: 'SEPA direct debit.' },
    CHEQUE: { description: 'Cheque.' },
    CASH: { description: 'Cash.' },
  },
});

@AppendOnly()
@Entity()
@ObjectType({
  implements: Node,
  description: 'Money that came from a customer for one or several invoices. It is never changed.',
})
export class Payment extends Node {
  @Field(() => Cents, { description: 'How much.' })
  @Column({ type: 'bigint', transformer: asNumber })
  amountCents: number;

  @Field({ description: 'ISO 4217; EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field(() => PaymentMethod, { description: 'How.' })
  @Column({ type: 'text' })
  method: PaymentMethod;

  @Field(() => Day, { description: 'The day it was paid.' })
  @Column({ type: 'date' })
  paidOn: string;

  @Field(() => String, { nullable: true, description: 'What the bank or the cheque says. Null when nothing was noted.' })
  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Field({ description: 'When it was recorded.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid' })
  customerId: string;

  @Column({ type: 'uuid' })
  recordedById: string;
}
