import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cents, Day } from '../../core/scalars.js';
import { Segment } from '../figures/segment.entity.js';

export enum RfmAbsence {
  NO_ORDERS = 'NO_ORDERS',
  TOO_FEW_CUSTOMERS = 'TOO_FEW_CUSTOMERS',
}
registerEnumType(RfmAbsence, {
  name: 'RfmAbsence',
  description: 'Why there are no scores.',
  valuesConfig: {
    NO_ORDERS: { description: 'No confirmed order until that day, in the currency most orders are in.' },
    TOO_FEW_CUSTOMERS: { description: 'Fewer than 5 customers have ordered until that day: there is nothing to compare with.' },
  },
});

@ObjectType({
  description:
    'Where the scores 1 to 5 part: four values each, one day, one order or one unit of money above the quintiles (R’s quantile type 7), as in the R package rfm.',
})
export class RfmCutoffs {
  @Field(() => [Float], {
    description: 'Days since the last order: below the first the score is 5, at or above the last it is 1.',
  })
  r: number[];

  @Field(() => [Float], { description: 'Orders: below the first the score is 1, at or above the last it is 5.' })
  f: number[];

  @Field(() => [Float], { description: 'Cents spent: below the first the score is 1, at or above the last it is 5.' })
  m: number[];
}

@ObjectType({ description: 'Recency, frequency and money of a customer, scored against all customers with orders.' })
export class Rfm {
  @Field(() => Int, { description: 'Days from the last confirmed order to `asOf`.' }) recencyDays: number;
  @Field(() => Int, { description: 'Confirmed orders until `asOf`.' }) frequency: number;
  @Field(() => Cents, { description: 'What they add up to, in `currency`.' }) monetaryCents: number;
  @Field(() => String, { description: 'ISO 4217: the one most orders are in. Orders in another one don’t count.' })
  currency: string;
  @Field(() => Int, { description: 'Score of recency, 1 to 5; 5 is the latest.' }) r: number;
  @Field(() => Int, { description: 'Score of frequency, 1 to 5; 5 is the most.' }) f: number;
  @Field(() => Int, { description: 'Score of money, 1 to 5; 5 is the most.' }) m: number;
  @Field(() => Segment, { description: 'What the three scores make.' }) segment: Segment;
  @Field(() => RfmCutoffs, { description: 'Where the scores part.' }) cutoffs: RfmCutoffs;
  @Field(() => Int, { description: 'How many customers the cut-offs are drawn from.' }) sample: number;
  @Field(() => Day, { description: 'Orders until the end of this day count, in Paris.' }) asOf: string;
  @Field({
    description: 'When the cut-offs were drawn: anew when orders change; over 20,000 customers and more, after ten minutes.',
  })
  computedAt: Date;
}

@ObjectType({ description: 'What a customer’s orders say about them.' })
export class CustomerAnalytics {
  @Field(() => Rfm, {
    nullable: true,
    description: 'Scores and segment. Null when there is too little to go by: see `rfmAbsence`.',
  })
  rfm: Rfm | null;

  @Field(() => RfmAbsence, { nullable: true, description: 'Why `rfm` is null; null otherwise.' })
  rfmAbsence: RfmAbsence | null;

  /** For what other features add. */
  customerId: string;
  /** The day asked for; null for today. */
  asOf: string | null;
}

@ObjectType({ description: 'The revenue of a calendar month.' })
export class RevenueMonth {
  @Field(() => Day, { description: 'Its first day.' }) month: string;
  @Field(() => Cents, { description: 'Issued invoices before tax, and confirmed orders; 0 in a month without any.' })
  revenueCents: number;
  @Field({ description: 'ISO 4217: that of the customer’s latest revenue; what is in another one is left out.' })
  currency: string;
}
