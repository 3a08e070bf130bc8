import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Day } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';
import { revenueByCustomer } from './analytics.relations.js';
import { CustomerAnalytics, RevenueMonth } from './rfm.entity.js';
import { analyticsOf } from './rfm.service.js';

@Resolver(() => Customer)
export class CustomerAnalyticsResolver {
  @FieldResolver(() => CustomerAnalytics, {
    nullable: true,
    description: 'What their orders say about them, beside those of all customers.',
  })
  @Requires('analytics.read')
  analytics(
    @Root() { id }: Customer,
    @Ctx() ctx: Context,
    @Arg('asOf', () => Day, { nullable: true, description: 'As it stood at the end of this day; today unless said.' }) asOf?:
      | string
      | null,
  ): Promise<CustomerAnalytics> {
    return analyticsOf(ctx, id, asOf ?? null);
  }

  @FieldResolver(() => [RevenueMonth], {
    nullable: true,
    description:
      'Revenue month by month, the earliest first: issued invoices before tax, and confirmed orders as they were recorded; nothing ties the two, so what is in both counts twice. It ends with the current month, or, where these months hold nothing, with the last month that does.',
  })
  @Requires('analytics.read')
  @Through(revenueByCustomer)
  revenueSeries(
    @Arg('months', () => Int, { defaultValue: 12, description: 'How many months, 60 at most.' }) _months: number,
    @Arg('until', () => Day, { nullable: true, description: 'A day of the last month.' }) _until?: string | null,
  ): void {}
}
