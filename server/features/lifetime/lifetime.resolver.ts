import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Day } from '../../core/scalars.js';
import { CustomerAnalytics } from '../analytics/rfm.entity.js';
import { askForFit, forecastOf, lifetimeFits } from './forecast.service.js';
import { LifetimeAbsence, LifetimeFit, LifetimeForecast } from './lifetime.entity.js';
import { FitLifetimeInput, FitLifetimePayload } from './lifetime.input.js';

@Resolver(() => CustomerAnalytics)
export class CustomerLifetimeResolver {
  @FieldResolver(() => LifetimeForecast, {
    nullable: true,
    description: 'Purchases and value to be expected. Null when there is not enough data: see `lifetimeAbsence`.',
  })
  async lifetime(@Root() { customerId, asOf }: CustomerAnalytics, @Ctx() ctx: Context): Promise<LifetimeForecast | null> {
    return (await forecastOf(ctx, customerId, asOf)).lifetime;
  }

  @FieldResolver(() => LifetimeAbsence, { nullable: true, description: 'Why `lifetime` is null; null otherwise.' })
  async lifetimeAbsence(@Root() { customerId, asOf }: CustomerAnalytics, @Ctx() ctx: Context): Promise<LifetimeAbsence | null> {
    return (await forecastOf(ctx, customerId, asOf)).lifetimeAbsence;
  }
}

@Resolver()
export class LifetimeResolver {
  @Query(() => [LifetimeFit], {
    description:
      'The models in use for forecasts, one a currency, with their parameters and how well they foretell. For our own people.',
  })
  @Requires('analytics.read')
  lifetimeFits(
    @Ctx() ctx: Context,
    @Arg('asOf', () => Day, { nullable: true, description: 'Those in use on this day; today unless said.' }) asOf?: string | null,
  ): Promise<LifetimeFit[]> {
    return lifetimeFits(ctx, asOf ?? null);
  }

  @Mutation(() => FitLifetimePayload, {
    description: 'Fits the models of forecasts anew, in the background, as is done each night.',
  })
  @Requires('analytics.fit')
  async fitLifetime(
    @Arg('input', { description: 'For which day.' }) { asOf }: FitLifetimeInput,
    @Ctx() ctx: Context,
  ): Promise<FitLifetimePayload> {
    return { asOf: await askForFit(ctx, asOf ?? null) };
  }
}
