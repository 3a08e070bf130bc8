import { Field, Int, ObjectType } from 'type-graphql';
import { Cents } from '../../core/scalars.js';

@ObjectType({ description: 'A postal address as it stands on an invoice.' })
export class InvoiceAddress {
  @Field({ description: 'Number and street.' }) street: string;
  @Field(() => String, { nullable: true, description: 'Building, floor. Null when there is none.' }) complement: string | null;
  @Field({ description: 'Postal code.' }) postalCode: string;
  @Field({ description: 'City or commune.' }) city: string;
  @Field({ description: 'ISO 3166-1 alpha-2, such as FR.' }) country: string;
}

@ObjectType({ description: 'Who sold, as they were on the day of issue. It never changes afterwards.' })
export class InvoiceSeller {
  @Field({ description: 'The company’s name.' }) name: string;
  @Field({ description: 'Its legal form, such as SAS.' }) legalForm: string;
  @Field(() => Cents, { description: 'Its share capital, in euro cents.' }) capitalCents: number;
  @Field({ description: 'SIREN, 9 digits.' }) siren: string;
  @Field({ description: 'SIRET, 14 digits.' }) siret: string;
  @Field({ description: 'Where it is registered, such as RCS Quimper.' }) registry: string;
  @Field({ description: 'Intra-community VAT number.' }) vatNumber: string;
  @Field(() => InvoiceAddress, { description: 'Its registered office.' }) address: InvoiceAddress;
  @Field({ description: 'E-mail address for questions about invoices.' }) email: string;
  @Field({ description: 'Phone number, E.164.' }) phone: string;
  @Field({ description: 'Where to pay: IBAN, ISO 13616, without blanks.' }) iban: string;
  @Field({ description: 'BIC of that account, ISO 9362.' }) bic: string;
  @Field({ description: 'Late penalties, the fixed fee for recovery and the discount for early payment, as the law asks.' })
  paymentTerms: string;
  @Field({ description: 'VAT is due on invoicing rather than on payment (option pour le paiement d’après les débits).' })
  vatOnDebits: boolean;
}

@ObjectType({ description: 'Who bought, as they were on the day of issue. It never changes afterwards.' })
export class InvoiceBuyer {
  @Field({ description: 'Our reference of the customer.' }) reference: string;
  @Field({ description: 'The company’s or person’s name.' }) name: string;
  @Field(() => String, { nullable: true, description: 'SIREN, 9 digits. Null when they have none.' }) siren: string | null;
  @Field(() => String, { nullable: true, description: 'SIRET, 14 digits. Null when they have none.' }) siret: string | null;
  @Field(() => String, { nullable: true, description: 'VAT number. Null when they have none.' }) vatNumber: string | null;
  @Field(() => InvoiceAddress, { nullable: true, description: 'Where it is billed. Null when no address was known.' })
  address: InvoiceAddress | null;
  @Field(() => InvoiceAddress, { nullable: true, description: 'Where it was delivered. Null when that is the same.' })
  deliveryAddress: InvoiceAddress | null;
}

@ObjectType({ description: 'The VAT of an invoice at one rate, worked out on the sum of that rate’s lines and rounded half up.' })
export class InvoiceVat {
  @Field(() => Int, { description: 'In basis points: 2000 is 20 %.' }) rateBp: number;
  @Field(() => Cents, { description: 'What is taxed at it.' }) netCents: number;
  @Field(() => Cents, { description: 'The tax.' }) vatCents: number;
}
