import { ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Day } from '../../core/scalars.js';
import { Segment } from './segment.entity.js';

@InputType({ description: 'Where a customer stood on an earlier day.' })
export class FiguresBefore {
  @Field(() => Day, { description: 'At the end of this day, in Paris.' }) asOf: string;
  @Field(() => Segment, { nullable: true, description: 'In this segment; null for those who had not ordered yet.' })
  segment?: Segment | null;
}

@InputType({
  description:
    'Customers by what their purchases say, as the portfolio counts them. All that is said holds together. For our own people who may read analytics; for others nobody meets it.',
})
export class CustomerFiguresFilter {
  @Field(() => Day, {
    nullable: true,
    description:
      'The figures of this day; those last worked out for everybody unless said. Forecasts and health are always those.',
  })
  asOf?: string | null;

  @Field(() => Segment, { nullable: true, description: 'In this segment.' }) segment?: Segment | null;
  @Field(() => Int, { nullable: true, description: 'With this score of recency, 1 to 5.' }) r?: number | null;
  @Field(() => Int, { nullable: true, description: 'With this score of frequency, 1 to 5.' }) f?: number | null;
  @Field(() => Int, { nullable: true, description: 'With this score of money, 1 to 5.' }) m?: number | null;
  @Field(() => FiguresBefore, { nullable: true, description: 'Who stood there before.' })
  @ValidateNested()
  before?: FiguresBefore | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In the first tenths of customers by what they spent: 1 is the tenth that spent most.',
  })
  tenths?: number | null;
  @Field(() => Int, { nullable: true, description: 'In this tenth of customers by what they spent, 1 to 10.' }) tenth?:
    | number
    | null;

  @Field(() => Day, { nullable: true, description: 'Who first ordered in the month of this day.' }) cohort?: string | null;
  @Field(() => Day, { nullable: true, description: 'Who ordered in the month of this day.' }) activeIn?: string | null;

  @Field(() => String, { nullable: true, description: 'With a forecast in this currency, ISO 4217.' })
  @Text({ max: 3 })
  forecastIn?: string | null;
  @Field(() => Float, { nullable: true, description: 'With this chance to still buy or more, 0 to 1.' }) aliveFrom?:
    | number
    | null;
  @Field(() => Float, { nullable: true, description: 'With less than this chance to still buy, 0 to 1.' }) aliveBelow?:
    | number
    | null;
  @Field(() => Int, { nullable: true, description: 'With this health or more.' }) healthFrom?: number | null;
  @Field(() => Int, { nullable: true, description: 'With less than this health.' }) healthBelow?: number | null;
}
