import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { CustomerAnalytics } from '../analytics/rfm.entity.js';
import { warningsOf } from './habits.rules.js';
import { CustomerHabits, CustomerHealth, CustomerWarning, HealthFactor } from './health.entity.js';
import { HealthWeights, UpdateHealthWeightsInput, UpdateHealthWeightsPayload } from './health.input.js';
import { healthOf } from './health.rules.js';
import { knownOf } from './health.service.js';
import { factorText, warningText } from './health.words.js';
import { byFactor, healthWeightsOf, updateHealthWeights } from './health-weights.service.js';

@Resolver(() => CustomerAnalytics)
export class CustomerHealthResolver {
  @FieldResolver(() => CustomerHabits, { nullable: true, description: 'How they buy and pay. Null when they bought nothing.' })
  async habits(@Root() { customerId, asOf }: CustomerAnalytics, @Ctx() ctx: Context): Promise<CustomerHabits | null> {
    return (await knownOf(ctx, customerId, asOf)).habits;
  }

  @FieldResolver(() => CustomerHealth, { description: 'How they do, with what it is made of.' })
  async health(@Root() { customerId, asOf }: CustomerAnalytics, @Ctx() ctx: Context): Promise<CustomerHealth> {
    const known = await knownOf(ctx, customerId, asOf);
    return healthOf(known, byFactor(await healthWeightsOf(ctx)), known.asOf);
  }

  @FieldResolver(() => [CustomerWarning], {
    description: 'What somebody should look at, the worst first; none when all is well.',
  })
  async warnings(@Root() { customerId, asOf }: CustomerAnalytics, @Ctx() ctx: Context): Promise<CustomerWarning[]> {
    return warningsOf(await knownOf(ctx, customerId, asOf));
  }
}

@Resolver(() => HealthFactor)
export class HealthFactorResolver {
  @FieldResolver(() => String, { description: 'In words, with its figures, in your language.' })
  text(@Root() factor: HealthFactor, @Ctx() { locale }: Context): string {
    return factorText(factor, locale);
  }
}

@Resolver(() => CustomerWarning)
export class CustomerWarningResolver {
  @FieldResolver(() => String, { description: 'In words, with its figures, in your language.' })
  text(@Root() warning: CustomerWarning, @Ctx() { locale }: Context): string {
    return warningText(warning, locale);
  }
}

@Resolver()
export class HealthWeightsResolver {
  @Query(() => HealthWeights, { description: 'How much each factor counts in a customer’s health.' })
  @Requires('analytics.read')
  healthWeights(@Ctx() ctx: Context): Promise<HealthWeights> {
    return healthWeightsOf(ctx);
  }

  @Mutation(() => UpdateHealthWeightsPayload, { description: 'Weighs the factors of health anew, for everybody and at once.' })
  @Requires('health.update')
  async updateHealthWeights(
    @Arg('input', { description: 'All of them.' }) input: UpdateHealthWeightsInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateHealthWeightsPayload> {
    return { healthWeights: await updateHealthWeights(ctx, input) };
  }
}
