import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Cents, Day } from '../../core/scalars.js';
import { Segment } from '../figures/segment.entity.js';
import { HealthGrade } from '../health/health.entity.js';
import { LifetimeFit } from '../lifetime/lifetime.entity.js';

@ObjectType({ description: 'Customers with one score of recency and one of frequency.' })
export class PortfolioCell {
  @Field(() => Int, { description: 'Score of recency, 1 to 5; 5 is the latest.' }) r: number;
  @Field(() => Int, { description: 'Score of frequency, 1 to 5; 5 is the most.' }) f: number;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
  @Field(() => Cents, { description: 'What they spent.' }) monetaryCents: number;
}

@ObjectType({ description: 'The customers of a segment.' })
export class PortfolioSegment {
  @Field(() => Segment, { description: 'Which.' }) segment: Segment;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
  @Field(() => Cents, { description: 'What they spent.' }) monetaryCents: number;
}

@ObjectType({ description: 'Customers who went from one segment to another, or stayed.' })
export class PortfolioMovement {
  @Field(() => Segment, { nullable: true, description: 'Where they were; null: they had not ordered yet.' }) from: Segment | null;
  @Field(() => Segment, { description: 'Where they are.' }) to: Segment;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
}

@ObjectType({ description: 'A tenth of the customers, by what they spent.' })
export class PortfolioTenth {
  @Field(() => Int, { description: '1 is the tenth that spent most, 10 the one that spent least.' }) tenth: number;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
  @Field(() => Cents, { description: 'What they spent.' }) monetaryCents: number;
  @Field(() => Float, { nullable: true, description: 'Their part of what all spent, 0 to 1. Null where nothing was spent.' })
  share: number | null;
  @Field(() => Float, { nullable: true, description: 'The same with the tenths before it: the Lorenz curve from the top.' })
  shareSoFar: number | null;
}

@ObjectType({ description: 'A month after the first order.' })
export class PortfolioCohortMonth {
  @Field(() => Day, { description: 'Its first day.' }) month: string;
  @Field(() => Int, { description: 'How many of them ordered in it.' }) customers: number;
}

@ObjectType({ description: 'Customers who first ordered in the same month.' })
export class PortfolioCohort {
  @Field(() => Day, { description: 'Its first day.' }) month: string;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
  @Field(() => [PortfolioCohortMonth], { description: 'The months after it, 12 at most, the last one as far as it has gone.' })
  later: PortfolioCohortMonth[];
}

@ObjectType({ description: 'Customers whose chance to still buy is alike.' })
export class PortfolioChance {
  @Field(() => Float, { description: 'The least chance, 0 to 1.' }) from: number;
  @Field(() => Float, { nullable: true, description: 'They have less than this; null: up to certainty.' }) below: number | null;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
  @Field(() => Float, { description: 'Purchases to be expected of them within 12 months.' }) expectedPurchases: number;
  @Field(() => Cents, { nullable: true, description: 'What these are worth today. Null where values are not known well enough.' })
  valueCents: number | null;
}

@ObjectType({ description: 'What is to be expected of all customers who buy in a currency, over 12 months.' })
export class PortfolioForecast {
  @Field({ description: 'ISO 4217.' }) currency: string;
  @Field(() => Int, { description: 'Customers with a forecast; 0 where there is not enough data: see `fit`.' }) customers: number;
  @Field(() => Float, { description: 'Purchases to be expected, all together.' }) expectedPurchases: number;
  @Field(() => Cents, {
    nullable: true,
    description:
      'What these are worth today: revenue, 1 % less for each month away. Null where values are not known well enough.',
  })
  valueCents: number | null;
  @Field(() => [PortfolioChance], {
    description: 'By the chance that they still buy, the likeliest first; none without a forecast.',
  })
  chances: PortfolioChance[];
  @Field(() => LifetimeFit, { description: 'The models it comes from, with how well they foretell.' }) fit: LifetimeFit;
}

@ObjectType({ description: 'Customers who do alike.' })
export class PortfolioHealth {
  @Field(() => HealthGrade, { description: 'How.' }) grade: HealthGrade;
  @Field(() => Int, { description: 'How many they are.' }) customers: number;
}

@ObjectType({
  description:
    'All customers by what they bought: confirmed orders in the currency most orders are in. Behind each number stand the customers that `CustomerFilter.figures` finds with the same words.',
})
export class Portfolio {
  @Field(() => Day, { description: 'Orders until the end of this day count, in Paris.' }) asOf: string;
  @Field(() => Date, {
    nullable: true,
    description: 'When the figures were worked out. Null where they were for this answer, since those kept are of another day.',
  })
  drawnAt: Date | null;
  @Field({ description: 'ISO 4217: that of all amounts but those of forecasts.' }) currency: string;
  @Field(() => Int, { description: 'Customers who had ordered: the sample of all that follows.' }) customers: number;
  @Field(() => Cents, { description: 'What they spent.' }) monetaryCents: number;
  @Field(() => [PortfolioCell], {
    description: 'By recency and frequency; only cells with customers. None with fewer than 5 customers.',
  })
  cells: PortfolioCell[];
  @Field(() => [PortfolioSegment], { description: 'By segment, those that spent most first. None with fewer than 5 customers.' })
  segments: PortfolioSegment[];
  @Field(() => [PortfolioTenth], {
    description: 'By what they spent, in groups of a tenth. Fewer than ten customers make fewer groups.',
  })
  tenths: PortfolioTenth[];
  @Field(() => Float, {
    nullable: true,
    description:
      'Gini’s coefficient of what they spent: 0 where all spent alike, near 1 where one spent all. Null where it can’t be told.',
  })
  gini: number | null;
  @Field(() => [PortfolioCohort], {
    description: 'By the month of the first order, those of the last 24 months, the latest first.',
  })
  cohorts: PortfolioCohort[];
}
