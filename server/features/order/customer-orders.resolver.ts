import { Args, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Cents } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';
import { OrderConnection, OrderPage } from './order.page.js';
import { orderFiguresByCustomer, ordersByCustomer } from './order.relations.js';

@ObjectType({ description: 'Figures over the orders of a customer. Money counts confirmed orders only.' })
class OrderStats {
  @Field(() => Int, { description: 'All orders, whatever their status.' }) total: number;
  @Field(() => Int, { description: 'Those confirmed.' }) confirmed: number;
  @Field(() => Int, { description: 'Those pending.' }) pending: number;
  @Field(() => Int, { description: 'Those cancelled, and cancellations.' }) cancelled: number;
  @Field(() => Cents, { description: 'What confirmed orders in `currency` add up to.' }) spentCents: number;
  @Field(() => Cents, { nullable: true, description: 'The mean of a confirmed order in `currency`. Null without one.' })
  averageBasketCents: number | null;
  @Field({ description: 'ISO 4217: that of the latest confirmed order; orders in another one are not in the money.' })
  currency: string;
  @Field(() => Date, {
    nullable: true,
    description: 'When the latest order was placed, whatever its status. Null without orders.',
  })
  lastOrderAt: Date | null;
}

@Resolver(() => Customer)
export class CustomerOrdersResolver {
  @FieldResolver(() => OrderConnection, { nullable: true, description: 'Their orders. Null for whoever may not read orders.' })
  @Requires('order.read')
  @Through(ordersByCustomer)
  orders(@Args() _page: OrderPage): void {}

  @FieldResolver(() => OrderStats, { nullable: true, description: 'Figures over the orders that you see of them.' })
  @Requires('order.read')
  @Through(orderFiguresByCustomer)
  orderStats(): void {}
}
