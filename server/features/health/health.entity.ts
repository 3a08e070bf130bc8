import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cents, Day } from '../../core/scalars.js';

export enum HealthFactorKind {
  RHYTHM = 'RHYTHM',
  TREND = 'TREND',
  PAYMENT = 'PAYMENT',
  CONTACT = 'CONTACT',
}
registerEnumType(HealthFactorKind, {
  name: 'HealthFactorKind',
  description: 'What a customer’s health is made of. Each is scored 0 to 100.',
  valuesConfig: {
    RHYTHM: {
      description:
        'Days since the last purchase against the median of days between purchases: 100 up to one, 0 from four. Takes three purchases.',
    },
    TREND: {
      description:
        'Revenue of the last 12 months against the 12 before: 0 when all is lost, 100 from 30 % more. Takes a year before.',
    },
    PAYMENT: { description: 'How long the oldest invoice is overdue: 100 when none is, 0 from 60 days. Takes an invoice.' },
    CONTACT: { description: 'Days since we last spoke: 100 up to 30, 0 from 180, and 0 where we never did.' },
  },
});

export enum HealthGrade {
  GOOD = 'GOOD',
  FAIR = 'FAIR',
  POOR = 'POOR',
}
registerEnumType(HealthGrade, {
  name: 'HealthGrade',
  description: 'How a customer does.',
  valuesConfig: {
    GOOD: { description: '70 and more.' },
    FAIR: { description: '40 to 69.' },
    POOR: { description: 'Under 40.' },
  },
});

export enum WarningKind {
  LATE = 'LATE',
  SILENT = 'SILENT',
  FALLING = 'FALLING',
  UNUSUAL = 'UNUSUAL',
}
registerEnumType(WarningKind, {
  name: 'WarningKind',
  description: 'What somebody should look at.',
  valuesConfig: {
    LATE: { description: 'Invoices are overdue.' },
    SILENT: {
      description:
        'They have bought four times at least, and nothing for twice their longest usual wait (nine in ten are shorter).',
    },
    FALLING: {
      description: 'Revenue of the last 12 months is under 60 % of that of the 12 before, which had three purchases at least.',
    },
    UNUSUAL: {
      description:
        'Their last purchase, within 60 days, is far from what theirs are: by five times the median deviation, and twofold.',
    },
  },
});

/** Numbers that a text is made of. */
export type Figures = Record<string, number>;

@ObjectType({ description: 'A part of a customer’s health.' })
export class HealthFactor {
  @Field(() => HealthFactorKind, { description: 'Which.' }) factor: HealthFactorKind;
  @Field(() => Int, { nullable: true, description: '0 to 100. Null where too little is known: it does not count then.' })
  score: number | null;
  @Field(() => Int, { description: 'How much it counts beside the others, as set for everybody; 0 leaves it out.' })
  weight: number;
  figures: Figures;
}

@ObjectType({ description: 'How a customer does: the mean of the factors that are known, by their weights.' })
export class CustomerHealth {
  @Field(() => Int, { nullable: true, description: '0 to 100. Null where fewer than two factors are known.' }) score:
    | number
    | null;
  @Field(() => HealthGrade, { nullable: true, description: 'The score in a word. Null without one.' }) grade: HealthGrade | null;
  @Field(() => [HealthFactor], { description: 'All of them, with their weights.' }) factors: HealthFactor[];
  @Field(() => Day, { description: 'What was known at the end of this day, in Paris.' }) asOf: string;
}

@ObjectType({ description: 'Something about a customer that somebody should look at.' })
export class CustomerWarning {
  @Field(() => WarningKind, { description: 'What it is.' }) kind: WarningKind;
  figures: Figures;
  currency: string;
}

@ObjectType({ description: 'A calendar month beside the others.' })
export class SeasonMonth {
  @Field(() => Int, { description: '1 for January.' }) month: number;
  @Field(() => Float, { description: 'Revenue of such months against the mean of all: 1 is as usual, 2 twice as much.' })
  index: number;
}

@ObjectType({
  description:
    'How a customer buys and pays. A purchase is a day on which they bought: confirmed orders, and invoices before tax.',
})
export class CustomerHabits {
  @Field({ description: 'ISO 4217: the one they bought in most often. Purchases in another one don’t count.' }) currency: string;
  @Field(() => Int, { description: 'How many purchases.' }) purchases: number;
  @Field(() => Cents, { description: 'What a purchase came to, on average.' }) averageBasketCents: number;
  @Field(() => Float, { nullable: true, description: 'Days from a purchase to the next, the median. Null with fewer than two.' })
  daysBetween: number | null;
  @Field(() => Int, { description: 'Days since the last one.' }) daysSinceLast: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Days from an invoice to its payment, the mean of those paid within two years. Null when there is none.',
  })
  daysToPay: number | null;
  @Field(() => Cents, { description: 'Revenue of the last 12 months.' }) latestCents: number;
  @Field(() => Cents, { description: 'Revenue of the 12 months before.' }) beforeCents: number;
  @Field(() => Float, {
    nullable: true,
    description: 'By which part revenue grew: −0.2 is a fifth less. Null without any before.',
  })
  trend: number | null;
  @Field(() => [SeasonMonth], {
    nullable: true,
    description: 'Twelve months, over whole years. Null with less than two years of purchases.',
  })
  seasonality: SeasonMonth[] | null;
  @Field(() => Day, { description: 'What was known at the end of this day, in Paris.' }) asOf: string;
}
