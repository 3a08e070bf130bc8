import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents } from '../../core/scalars.js';

export enum OrderStatus {
  PENDING = 'PENDING',
  CONFIRMED = 'CONFIRMED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(OrderStatus, {
  name: 'OrderStatus',
  description: 'How far an order got.',
  valuesConfig: {
    PENDING: { description: 'Placed, not confirmed yet.' },
    CONFIRMED: { description: 'It counts as bought.' },
    CANCELLED: { description: 'Called off, or the cancellation of an earlier order: its quantities may be negative.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'What somebody ordered, as the shop or the till recorded it.' })
export class Order extends Node {
  @Field({ description: 'The number in the system it came from. Unique.' })
  @Column({ type: 'text' })
  number: string;

  @Field({ description: 'When it was placed: the earliest instant of its lines.' })
  @Column({ type: 'timestamptz' })
  placedAt: Date;

  @Field(() => OrderStatus, { description: 'How far it got.' })
  @Column({ type: 'text' })
  status: OrderStatus;

  @Field(() => Cents, { description: 'The sum of its lines. Negative where a cancellation gives back.' })
  @Column({ type: 'bigint', transformer: asNumber })
  totalCents: number;

  @Field({ description: 'ISO 4217, such as EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field(() => Int, { description: 'How many lines it has.' })
  @Column({ type: 'integer' })
  lineCount: number;

  @Field(() => String, { nullable: true, description: 'The e-mail address on the order, as it was written. Null when none was.' })
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number on the order, as it was written. Null when none was.' })
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'The name on the order. Null when none was written.' })
  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The street on the order, as it was written. Null when none was.' })
  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Field(() => String, { nullable: true, description: 'The town on the order, as it was written. Null when none was.' })
  @Column({ type: 'text', nullable: true })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'The postal code on the order, as it was written. Null when none was.' })
  @Column({ type: 'text', nullable: true })
  postalCode: string | null;

  @Field(() => String, { nullable: true, description: 'The country on the order, as it was written. Null when none was.' })
  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Field({ description: 'When the record was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid', nullable: true })
  customerId: string | null;

  @Field({
    description:
      'The customer sees it too. An order that was found to be theirs only shows once they proved the address it was placed with.',
  })
  @Column({ type: 'boolean', default: true })
  disclosed: boolean;

  /** Of what an import last wrote: the same again is no change. */
  @Column({ type: 'text', nullable: true })
  importHash: string | null;
}
