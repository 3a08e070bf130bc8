import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Cents } from '../../core/scalars.js';
import { Opportunity } from './opportunity.entity.js';
import { OpportunityFilter } from './opportunity.page.js';
import { opportunitiesByStage, pipelineFigures, stageFigures, stages } from './opportunity.relations.js';
import { PipelineStage } from './pipeline-stage.entity.js';

@ObjectType({ description: 'Figures over the opportunities of a stage, of those you see.' })
class StageFigures {
  @Field(() => Int, { description: 'How many.' }) count: number;
  @Field(() => Cents, { description: 'Their amounts together.' }) amountCents: number;
  @Field(() => Cents, { description: 'The same, each by its stage’s probability.' }) weightedCents: number;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
}

@ObjectType({ description: 'Figures over the opportunities you see. Months begin at midnight in Paris.' })
class PipelineStats {
  @Field(() => Int, { description: 'How many are open.' }) openCount: number;
  @Field(() => Cents, { description: 'The amounts of the open ones.' }) openCents: number;
  @Field(() => Cents, { description: 'The same, each by its stage’s probability: the forecast.' }) weightedCents: number;
  @Field(() => Int, { description: 'How many were won this month.' }) wonThisMonthCount: number;
  @Field(() => Cents, { description: 'The amounts of those.' }) wonThisMonthCents: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Of those closed in the last year, the part that was won, 0 to 1. Null when none was closed.',
  })
  conversionRate: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Days from the first to the last day of those won in the last year. Null when none was won.',
  })
  averageDaysToWin: number | null;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
}

@Resolver(() => PipelineStage)
export class PipelineResolver {
  @Query(() => [PipelineStage], { description: 'The board: every stage, from left to right.' })
  @Requires('opportunity.read')
  @Through(stages)
  pipeline(): void {}

  @Query(() => PipelineStats, { description: 'Figures over the opportunities you see.' })
  @Requires('opportunity.read')
  @Through(pipelineFigures)
  pipelineStats(): void {}

  @FieldResolver(() => String, { description: 'Its name, in your language.' })
  name(@Root() { nameFr, nameEn }: PipelineStage, @Ctx() ctx: Context): string {
    return ctx.locale === 'fr' ? nameFr : nameEn;
  }

  @FieldResolver(() => [Opportunity], { description: 'Its opportunities, of those you see, in the order of the board.' })
  @Through(opportunitiesByStage)
  opportunities(
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many from the top, 100 at most.' }) _first: number,
    @Arg('filter', () => OpportunityFilter, { nullable: true, description: 'Which ones.' }) _filter?: OpportunityFilter | null,
  ): void {}

  @FieldResolver(() => StageFigures, {
    description: 'How many there are, and what they would bring in: all of them, not only those listed.',
  })
  @Through(stageFigures)
  totals(
    @Arg('filter', () => OpportunityFilter, { nullable: true, description: 'Which ones.' }) _filter?: OpportunityFilter | null,
  ): void {}
}
