import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cents, Day } from '../../core/scalars.js';

@ObjectType({ description: 'A month of a customer’s account. Days are those of Paris.' })
export class BalanceMonth {
  @Field(() => Day, { description: 'The first day of the month.' }) month: string;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
  @Field(() => Cents, { description: 'Invoiced in the month, tax included.' }) billedCents: number;
  @Field(() => Cents, { description: 'Invoiced in the month, before tax.' }) revenueCents: number;
  @Field(() => Cents, { description: 'Paid in the month.' }) paidCents: number;
  @Field(() => Cents, { description: 'What was owed at the end of its last day, or of `asOf` where that is earlier.' })
  balanceCents: number;
}

export enum RiskGrade {
  LOW = 'LOW',
  MODERATE = 'MODERATE',
  HIGH = 'HIGH',
  CRITICAL = 'CRITICAL',
}
registerEnumType(RiskGrade, {
  name: 'RiskGrade',
  description: 'How likely it is that they pay late, by the score.',
  valuesConfig: {
    LOW: { description: 'Below 20: they pay in time.' },
    MODERATE: { description: '20 to 44: they are late now and then, or not by much.' },
    HIGH: { description: '45 to 69: late as a rule, or by much.' },
    CRITICAL: { description: '70 and above: much is overdue for long.' },
  },
});

export enum RiskFactor {
  LATE_SHARE = 'LATE_SHARE',
  MEAN_DELAY = 'MEAN_DELAY',
  OVERDUE_NOW = 'OVERDUE_NOW',
  TREND = 'TREND',
}
registerEnumType(RiskFactor, {
  name: 'RiskFactor',
  description: 'What a payment risk is made of.',
  valuesConfig: {
    LATE_SHARE: { description: 'The share of invoices that were late; 35 points at most.' },
    MEAN_DELAY: { description: 'By how many days they were late on average; 25 points at most, from 60 days.' },
    OVERDUE_NOW: { description: 'What is overdue now, by the age of its oldest; 30 points at most, from 90 days.' },
    TREND: { description: 'By how much the mean delay grew in the last six months; 10 points at most, from 30 days.' },
  },
});

@ObjectType({ description: 'One part of a payment risk, with its figure.' })
export class RiskReason {
  @Field(() => RiskFactor, { description: 'Which part.' }) factor: RiskFactor;
  @Field(() => Float, {
    description: 'Its figure: a share from 0 to 1, days, the days of the oldest overdue, or the days by which the delay changed.',
  })
  value: number;
  @Field(() => Int, { description: 'What it adds to the score.' }) points: number;
  @Field(() => Int, { description: 'What it could add at most.' }) mostPoints: number;
  params: Record<string, number>;
}

@ObjectType({
  description:
    'How reliably a customer pays, from their invoices due in the 24 months until `asOf`. Score 0 to 100, the sum of: late share × 35; mean days late ÷ 60 × 25; days of the oldest overdue ÷ 90 × 30; growth of the mean delay in days, last 6 months against the 18 before, ÷ 30 × 10; each within its bounds. An invoice not paid yet is as late as it is on `asOf`.',
})
export class PaymentRisk {
  @Field(() => RiskGrade, {
    nullable: true,
    description: 'Null when there is not enough data: fewer than 3 invoices were due, and none is overdue.',
  })
  grade: RiskGrade | null;
  @Field(() => Int, { nullable: true, description: 'From 0, the best, to 100. Null when there is not enough data.' })
  score: number | null;
  @Field(() => [RiskReason], { description: 'What the score is made of. Empty when there is not enough data.' })
  reasons: RiskReason[];
  @Field(() => Int, { description: 'How many invoices it is worked out from.' }) sample: number;
  @Field(() => Day, { description: 'As it stood at the end of this day.' }) asOf: string;
}
