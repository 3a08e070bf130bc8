import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Day } from '../../core/scalars.js';
import { CustomerAnalytics } from '../analytics/rfm.entity.js';
import { refreshFiguresJob } from './figures.jobs.js';
import { FiguresRun, HealthPoint, RefreshFiguresPayload } from './figures-run.entity.js';
import { askForFigures, figuresRun, healthHistoryOf } from './figures-run.service.js';
import { Portfolio, PortfolioForecast, PortfolioHealth, PortfolioMovement } from './portfolio.entity.js';
import { forecastsOf, healthsOf, movementsOf, portfolioOf } from './portfolio.service.js';

@Resolver(() => Portfolio)
export class PortfolioResolver {
  @Query(() => Portfolio, {
    nullable: true,
    description: 'All customers by what they bought. For our own people; null for others.',
  })
  @Requires('analytics.read')
  portfolio(
    @Ctx() ctx: Context,
    @Arg('asOf', () => Day, {
      nullable: true,
      description: 'As it stood at the end of this day; the one the kept figures are of unless said.',
    })
    asOf?: string | null,
  ): Promise<Portfolio | null> {
    return portfolioOf(ctx, asOf ?? null);
  }

  @FieldResolver(() => [PortfolioMovement], {
    description: 'From which segment to which customers went, the most first. Those who stayed are in it.',
  })
  movements(
    @Root() { asOf }: Portfolio,
    @Ctx() ctx: Context,
    @Arg('since', () => Day, { description: 'Since the end of this day.' }) since: string,
  ): Promise<PortfolioMovement[]> {
    return movementsOf(ctx, asOf, since);
  }

  @FieldResolver(() => [PortfolioForecast], {
    description: 'What is to be expected, one a currency, as last worked out for all customers. None before that.',
  })
  forecasts(@Ctx() ctx: Context): Promise<PortfolioForecast[]> {
    return forecastsOf(ctx);
  }

  @FieldResolver(() => [PortfolioHealth], { description: 'How customers do, as last worked out for all of them.' })
  health(@Ctx() ctx: Context): Promise<PortfolioHealth[]> {
    return healthsOf(ctx);
  }
}

@Resolver()
export class FiguresRunResolver {
  @Query(() => FiguresRun, {
    nullable: true,
    description: 'How far the working out of all customers’ figures is, or how the last one ended. Null before the first.',
  })
  @Requires('analytics.read')
  figuresRun(@Ctx() ctx: Context): Promise<FiguresRun | null> {
    return figuresRun(ctx);
  }

  @Mutation(() => RefreshFiguresPayload, {
    description: 'Fits the models and works out all customers’ figures anew, in the background, as is done each night.',
  })
  @Requires('analytics.fit')
  async refreshFigures(@Ctx() ctx: Context): Promise<RefreshFiguresPayload> {
    const run = await askForFigures(ctx);
    await enqueue(ctx, refreshFiguresJob, {}, { key: 'refreshFigures' });
    return { run };
  }
}

@Resolver(() => CustomerAnalytics)
export class CustomerHealthHistoryResolver {
  @FieldResolver(() => [HealthPoint], {
    description:
      'Their health at the end of earlier weeks, as it was worked out then, the earliest first; a year of them at most.',
  })
  healthHistory(@Root() { customerId }: CustomerAnalytics, @Ctx() ctx: Context): Promise<HealthPoint[]> {
    return healthHistoryOf(ctx, customerId);
  }
}
