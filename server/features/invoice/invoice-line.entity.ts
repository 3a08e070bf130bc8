import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents } from '../../core/scalars.js';

@Entity()
@ObjectType({ implements: Node, description: 'A line of an invoice.' })
export class InvoiceLine extends Node {
  @Field(() => Int, { description: 'Its place, from 1.' })
  @Column({ type: 'integer' })
  position: number;

  @Field({ description: 'What is sold.' })
  @Column({ type: 'text' })
  label: string;

  /** In thousandths: a fraction in binary would not be the one that was typed. */
  @Column({ type: 'bigint', transformer: asNumber })
  quantityMilli: number;

  @Field({ description: 'What is counted, such as h, jour, pièce, forfait.' })
  @Column({ type: 'text' })
  unit: string;

  @Field(() => Cents, { description: 'For one, before tax. Below zero on a line that takes off a discount.' })
  @Column({ type: 'bigint', transformer: asNumber })
  unitCents: number;

  @Field(() => Int, { description: 'The VAT rate in basis points: 2000 is 20 %.' })
  @Column({ type: 'integer' })
  vatRateBp: number;

  @Field(() => Cents, { description: 'Quantity times unit price, before tax, rounded half up to the cent.' })
  @Column({ type: 'bigint', transformer: asNumber })
  netCents: number;

  @Column({ type: 'uuid' })
  invoiceId: string;
}
