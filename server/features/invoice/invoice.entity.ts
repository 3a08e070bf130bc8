import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents, Day } from '../../core/scalars.js';
import { InvoiceBuyer, InvoiceSeller, InvoiceVat } from './invoice-party.entity.js';

export enum InvoiceStatus {
  DRAFT = 'DRAFT',
  ISSUED = 'ISSUED',
  PARTIALLY_PAID = 'PARTIALLY_PAID',
  PAID = 'PAID',
}
registerEnumType(InvoiceStatus, {
  name: 'InvoiceStatus',
  description: 'How far an invoice has come. Whether it is late is `overdue`.',
  valuesConfig: {
    DRAFT: { description: 'Being written: it has no number and the customer does not see it.' },
    ISSUED: { description: 'Sent, nothing paid yet. From here on it never changes.' },
    PARTIALLY_PAID: { description: 'A part is paid.' },
    PAID: { description: 'All of it is paid.' },
  },
});

export enum OperationCategory {
  GOODS = 'GOODS',
  SERVICES = 'SERVICES',
  MIXED = 'MIXED',
}
registerEnumType(OperationCategory, {
  name: 'OperationCategory',
  description: 'What is sold, as French invoices must say.',
  valuesConfig: {
    GOODS: { description: 'Goods only.' },
    SERVICES: { description: 'Services only.' },
    MIXED: { description: 'Both.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'What a customer owes for something. Once issued it never changes and never goes.' })
export class Invoice extends Node {
  @Field(() => String, { nullable: true, description: 'Such as F2026-00042, without a gap in its year. Null in a draft.' })
  @Column({ type: 'text', nullable: true })
  number: string | null;

  @Field(() => InvoiceStatus, { description: 'How far it has come.' })
  @Column({ type: 'text', default: InvoiceStatus.DRAFT })
  status: InvoiceStatus;

  @Field({ description: 'What it is for, in a few words.' })
  @Column({ type: 'text' })
  title: string;

  @Field(() => OperationCategory, { description: 'Goods, services or both.' })
  @Column({ type: 'text', default: OperationCategory.SERVICES })
  category: OperationCategory;

  @Field(() => Day, { description: 'The date of the invoice; in a draft the day it was begun, replaced when it is issued.' })
  @Column({ type: 'date' })
  issuedOn: string;

  @Field(() => Day, {
    nullable: true,
    description: 'When goods were delivered or work was done. Null when that is the day of issue.',
  })
  @Column({ type: 'date', nullable: true })
  suppliedOn: string | null;

  @Field(() => Int, { description: 'How many days after its date it is due.' })
  @Column({ type: 'integer', default: 30 })
  paymentDays: number;

  @Field(() => Day, { description: 'The last day to pay in time.' })
  @Column({ type: 'date' })
  dueOn: string;

  @Field(() => Day, { nullable: true, description: 'When the last of it was paid. Null while something is due.' })
  @Column({ type: 'date', nullable: true })
  paidOn: string | null;

  @Field({ description: 'ISO 4217; EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field(() => Cents, { description: 'The sum of the lines, before tax.' })
  @Column({ type: 'bigint', transformer: asNumber })
  netCents: number;

  @Field(() => Cents, { description: 'The tax.' })
  @Column({ type: 'bigint', transformer: asNumber })
  vatCents: number;

  @Field(() => Cents, { description: 'What is asked for, tax included.' })
  @Column({ type: 'bigint', transformer: asNumber })
  totalCents: number;

  @Field(() => Cents, { description: 'What is paid of it.' })
  @Column({ type: 'bigint', transformer: asNumber, default: 0 })
  paidCents: number;

  /** Kept by the database as the total less what is paid. */
  @Field(() => Cents, { description: 'What remains to be paid.' })
  @Column({ type: 'bigint', transformer: asNumber, insert: false, update: false })
  dueCents: number;

  @Field(() => [InvoiceVat], { description: 'The tax rate by rate, the highest first.' })
  @Column({ type: 'jsonb' })
  vatBreakdown: InvoiceVat[];

  @Field(() => String, {
    nullable: true,
    description: 'Why no VAT is asked, such as “TVA non applicable, art. 293 B du CGI”. Null otherwise.',
  })
  @Column({ type: 'text', nullable: true })
  vatMention: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the customer, printed below the lines. Null when there is none.',
  })
  @Column({ type: 'text', nullable: true })
  notes: string | null;

  @Field(() => InvoiceSeller, { nullable: true, description: 'Who sold, as they were then. Null in a draft.' })
  @Column({ type: 'jsonb', nullable: true })
  seller: InvoiceSeller | null;

  @Field(() => InvoiceBuyer, { nullable: true, description: 'Who bought, as they were then. Null in a draft.' })
  @Column({ type: 'jsonb', nullable: true })
  buyer: InvoiceBuyer | null;

  @Field({ description: 'When the draft was begun.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was issued. Null in a draft.' })
  @Column({ type: 'timestamptz', nullable: true })
  issuedAt: Date | null;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'uuid' })
  customerId: string;

  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;
}
