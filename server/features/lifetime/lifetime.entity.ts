import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cents, Day } from '../../core/scalars.js';

export enum LifetimeAbsence {
  NO_PURCHASES = 'NO_PURCHASES',
  NO_FIT = 'NO_FIT',
  TOO_FEW_CUSTOMERS = 'TOO_FEW_CUSTOMERS',
  TOO_FEW_REPEATERS = 'TOO_FEW_REPEATERS',
  NOT_IDENTIFIED = 'NOT_IDENTIFIED',
}
registerEnumType(LifetimeAbsence, {
  name: 'LifetimeAbsence',
  description: 'Why there is no forecast.',
  valuesConfig: {
    NO_PURCHASES: { description: 'They bought nothing until that day.' },
    NO_FIT: { description: 'The model has not been fitted yet until that day, in the currency they buy in.' },
    TOO_FEW_CUSTOMERS: { description: 'Fewer than 20 customers had bought by then.' },
    TOO_FEW_REPEATERS: { description: 'Fewer than 10 customers had come back by then.' },
    NOT_IDENTIFIED: { description: 'The purchases do not tell the parameters: very different ones would fit nearly as well.' },
  },
});

@ObjectType({ description: 'A number of a model that was estimated.' })
export class ModelParameter {
  @Field({ description: 'As the literature calls it: r, alpha, a, b of BG/NBD; p, q, v of Gamma-Gamma.' }) name: string;
  @Field(() => Float, { description: 'The likeliest value. Times are in weeks, v in units of money.' }) value: number;
  @Field(() => Float, { description: 'Its standard error, from the second derivatives of the likelihood.' })
  standardError: number;
}

@ObjectType({ description: 'A model fitted by maximum likelihood, or why it could not be.' })
export class FittedModel {
  @Field({ description: 'BG/NBD (Fader, Hardie, Lee 2005) or Gamma-Gamma (Fader, Hardie 2013).' }) name: string;
  @Field(() => [ModelParameter], { description: 'None where there is not enough data.' }) parameters: ModelParameter[];
  @Field(() => Float, { nullable: true, description: 'At those parameters. Null where there is not enough data.' })
  logLikelihood: number | null;
  @Field(() => Int, { description: 'How many customers it was given.' }) customers: number;
  @Field(() => Int, { description: 'How many of them had come back, and for Gamma-Gamma paid something.' }) repeaters: number;
  @Field(() => LifetimeAbsence, { nullable: true, description: 'Why there are no parameters; null otherwise.' })
  absence: LifetimeAbsence | null;
}

@ObjectType({ description: 'Customers alike in the hold-out check.' })
export class HoldOutGroup {
  @Field(() => Int, { description: 'How many repeat purchases they had made before; in the last group so many or more.' })
  frequency: number;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
  @Field(() => Float, { description: 'Purchases foretold, a customer.' }) predicted: number;
  @Field(() => Float, { description: 'Purchases made, a customer.' }) actual: number;
}

@ObjectType({
  description:
    'How well the models foretell: fitted to what was known some time ago, and compared with what customers did since. The parameters in use are fitted to everything.',
})
export class HoldOut {
  @Field(() => Day, { description: 'What was known at the end of this day was all the models were given.' }) knownUntil: string;
  @Field(() => Day, { description: 'Compared until the end of this day.' }) comparedUntil: string;
  @Field(() => Int, { description: 'Customers who had bought by then.' }) customers: number;
  @Field(() => Float, { description: 'Purchases foretold, all customers together.' }) predicted: number;
  @Field(() => Int, { description: 'Purchases they made: days on which they bought.' }) actual: number;
  @Field(() => Float, { description: 'How far a customer’s forecast is off, on average, in purchases.' }) meanError: number;
  @Field(() => Float, { description: 'The same for the simplest forecast: everybody goes on at their own mean pace.' })
  naiveError: number;
  @Field(() => Cents, { nullable: true, description: 'Revenue foretold. Null where values are not known well enough.' })
  predictedCents: number | null;
  @Field(() => Cents, { description: 'Revenue made.' }) actualCents: number;
  @Field(() => [HoldOutGroup], { description: 'By how often they had come back before.' }) groups: HoldOutGroup[];
}

@ObjectType({ description: 'The models of purchases and of their value, fitted to all customers who buy in a currency.' })
export class LifetimeFit {
  @Field({ description: 'ISO 4217. Each customer counts in the currency they bought in most often.' }) currency: string;
  @Field(() => Day, { description: 'Purchases until the end of this day count, in Paris.' }) asOf: string;
  @Field({ description: 'When it was fitted.' }) fittedAt: Date;
  @Field(() => FittedModel, { description: 'Of how often customers buy and whether they still do.' }) purchases: FittedModel;
  @Field(() => FittedModel, { description: 'Of what a purchase comes to.' }) values: FittedModel;
  @Field(() => Float, {
    nullable: true,
    description:
      'Pearson’s correlation between how often and how much, over who came back. The models take it to be none. Null where it can’t be told.',
  })
  correlation: number | null;
  @Field(() => HoldOut, {
    nullable: true,
    description: 'Foretold against done. Null where too little was known a third of the time ago.',
  })
  holdOut: HoldOut | null;
}

@ObjectType({
  description:
    'What is to be expected of a customer. A purchase is a day on which they bought: confirmed orders, and invoices before tax.',
})
export class LifetimeForecast {
  @Field({ description: 'How it is worked out.' }) method: string;
  @Field({ description: 'ISO 4217: the one they bought in most often. Purchases in another one don’t count.' }) currency: string;
  @Field(() => Int, { description: 'Purchases after the first.' }) repeatPurchases: number;
  @Field(() => Int, { description: 'Days from their first purchase to `asOf`.' }) daysSinceFirst: number;
  @Field(() => Int, { description: 'Days from their last purchase to `asOf`.' }) daysSinceLast: number;
  @Field(() => Float, { description: 'The chance that they still buy, 0 to 1. Who bought once is held to.' }) aliveChance: number;
  @Field(() => Int, { description: 'How many months ahead is looked.' }) months: number;
  @Field(() => Float, { description: 'Purchases to be expected in these months.' }) expectedPurchases: number;
  @Field(() => Cents, {
    nullable: true,
    description: 'What a purchase of theirs is expected to come to. Null where values are not known well enough.',
  })
  purchaseCents: number | null;
  @Field(() => Cents, {
    nullable: true,
    description:
      'What these purchases are worth today: revenue, not margin, 1 % less for each month away. Null where values are not known well enough.',
  })
  valueCents: number | null;
  @Field(() => Day, { description: 'Purchases until the end of this day count, in Paris.' }) asOf: string;
  @Field(() => LifetimeFit, { description: 'The models it comes from.' }) fit: LifetimeFit;
}
