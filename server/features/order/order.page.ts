import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { Order, OrderStatus } from './order.entity.js';

export const OrderConnection = Connection(Order);

export enum OrderSort {
  PLACED_AT = 'placedAt',
  NUMBER = 'number',
  TOTAL = 'totalCents',
}
registerEnumType(OrderSort, {
  name: 'OrderSort',
  description: 'What a list of orders is sorted by.',
  valuesConfig: {
    PLACED_AT: { description: 'When it was placed.' },
    NUMBER: { description: 'Its number, as text.' },
    TOTAL: { description: 'Its total.' },
  },
});

@InputType({ description: 'Which orders. All conditions hold together.' })
export class OrderFilter {
  @Field(() => OrderStatus, { nullable: true, description: 'How far they got.' }) status?: OrderStatus | null;
  @Field(() => Date, { nullable: true, description: 'Placed at this instant or later.' }) placedFrom?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Placed before this instant.' }) placedBefore?: Date | null;
  @Field(() => Boolean, { nullable: true, description: 'Tied to a customer, or to none.' }) linked?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The beginning of the number.' })
  @Text({ max: 100 })
  number?: string | null;
}

@ArgsType()
export class OrderPage extends Page {
  @Field(() => OrderSort, { defaultValue: OrderSort.PLACED_AT, description: 'What to sort by.' }) sort: OrderSort;
  @Field(() => OrderFilter, { nullable: true, description: 'Which ones.' }) filter?: OrderFilter | null;
}
