import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents } from '../../core/scalars.js';

@Entity()
@ObjectType({ implements: Node, description: 'A line of an order. Two equal lines are two lines.' })
export class OrderLine extends Node {
  @Field(() => Int, { description: 'Its place in the order, from 1.' })
  @Column({ type: 'integer' })
  position: number;

  @Field(() => String, { nullable: true, description: 'The article’s code. Null when the order names none.' })
  @Column({ type: 'text', nullable: true })
  sku: string | null;

  @Field(() => String, { nullable: true, description: 'What it is. Null when the order does not say.' })
  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Field(() => Float, { description: 'How many; negative in a cancellation.' })
  @Column({ type: 'numeric' })
  quantity: number;

  @Field(() => Cents, { description: 'The price of one, rounded to the cent, in the order’s currency.' })
  @Column({ type: 'bigint', transformer: asNumber })
  unitPriceCents: number;

  @Field(() => Cents, { description: 'Quantity times the exact price, rounded to the cent, in the order’s currency.' })
  @Column({ type: 'bigint', transformer: asNumber })
  totalCents: number;

  @Column({ type: 'uuid' })
  orderId: string;
}
