import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Cents, Day } from '../../core/scalars.js';
import { camel } from '../../core/table.js';
import { OperationCategory } from '../invoice/invoice.entity.js';
import { InvoiceBuyer, InvoiceSeller, InvoiceVat } from '../invoice/invoice-party.entity.js';
import { PaymentMethod } from '../invoice/payment.entity.js';

@ObjectType({ description: 'A line of an archived invoice.' })
export class ArchivedInvoiceLine {
  @Field({ description: 'What was sold.' }) label: string;
  @Field(() => Float, { description: 'How much of it.' }) quantity: number;
  @Field({ description: 'What it is counted in.' }) unit: string;
  @Field(() => Cents, { description: 'Price of one, without VAT.' }) unitCents: number;
  @Field(() => Int, { description: 'VAT in basis points.' }) vatRateBp: number;
  @Field(() => Cents, { description: 'Of the line, without VAT.' }) netCents: number;
}

@ObjectType({ description: 'A payment of an archived invoice, as far as it was for it.' })
export class ArchivedPayment {
  @Field(() => Day, { description: 'When it came.' }) paidOn: string;
  @Field(() => PaymentMethod, { description: 'How.' }) method: PaymentMethod;
  @Field(() => Cents, { description: 'What of it was for this invoice.' }) amountCents: number;
  @Field(() => String, { nullable: true, description: 'What the payer wrote. Null when nothing.' }) reference: string | null;
}

@ObjectType({ description: 'An invoice as it was when its buyer was erased.' })
export class ArchivedContent {
  @Field({ description: 'Its number.' }) number: string;
  @Field({ description: 'What it was for.' }) title: string;
  @Field(() => OperationCategory, { description: 'What was sold.' }) category: OperationCategory;
  @Field(() => Day, { description: 'When it was issued.' }) issuedOn: string;
  @Field(() => Day, { nullable: true, description: 'When it was supplied. Null when that is the day of issue.' })
  suppliedOn: string | null;
  @Field(() => Day, { description: 'When it was due.' }) dueOn: string;
  @Field({ description: 'ISO 4217.' }) currency: string;
  @Field(() => Cents, { description: 'Without VAT.' }) netCents: number;
  @Field(() => Cents, { description: 'With VAT.' }) totalCents: number;
  @Field(() => Cents, { description: 'What was paid.' }) paidCents: number;
  @Field(() => String, { nullable: true, description: 'Why there is no VAT. Null when there is.' }) vatMention: string | null;
  @Field(() => String, { nullable: true, description: 'What was written under it. Null when nothing.' }) notes: string | null;
  @Field(() => [InvoiceVat], { description: 'The VAT by rate.' }) vatBreakdown: InvoiceVat[];
  @Field(() => InvoiceSeller, { description: 'Who sold.' }) seller: InvoiceSeller;
  @Field(() => InvoiceBuyer, { description: 'Who bought, as they were that day.' }) buyer: InvoiceBuyer;
  @Field(() => [ArchivedInvoiceLine], { description: 'What was sold, in order.' }) lines: ArchivedInvoiceLine[];
  @Field(() => [ArchivedPayment], { description: 'What was paid for it.' }) payments: ArchivedPayment[];
}

type Kept = Record<string, unknown>;

/** The archive keeps rows as the database named their columns. */
const camelRow = (row: Kept): Kept => Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));

export function contentOf(kept: unknown): ArchivedContent {
  const { lines, payments, ...invoice } = camelRow(kept as Kept) as { lines: Kept[]; payments: Kept[] } & Kept;
  return {
    ...invoice,
    lines: lines.map((line) => ({ ...camelRow(line), quantity: Number(line.quantity_milli) / 1000 })),
    payments: payments.map((payment) => ({ ...camelRow(payment), amountCents: payment.allocated_cents })),
  } as unknown as ArchivedContent;
}
