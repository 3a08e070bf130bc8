import { Arg, Args, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Order } from './order.entity.js';
import { OrderConnection, OrderPage } from './order.page.js';
import { linesByOrder, orderById, orders } from './order.relations.js';
import { OrderLine } from './order-line.entity.js';

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => Order, { nullable: true, description: 'One order. Null when there is none, or none you may see.' })
  @Requires('order.read')
  @Through(orderById)
  order(@Arg('id', () => ID, { description: 'The order’s.' }) _id: string): void {}

  @Query(() => OrderConnection, { description: 'The orders you see.' })
  @Requires('order.read')
  @Through(orders)
  orders(@Args() _page: OrderPage): void {}

  @FieldResolver(() => Customer, { nullable: true, description: 'Who placed it. Null while nobody knows.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => [OrderLine], { description: 'Its lines, in the order of the file they came from.' })
  @Through(linesByOrder)
  lines(): void {}
}
