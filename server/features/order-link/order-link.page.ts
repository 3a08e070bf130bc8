import { ArgsType, Field, Float, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { OrderLink, OrderLinkMethod, OrderLinkStatus } from './order-link.entity.js';
import { OrderLinkRun } from './order-link-run.entity.js';

export const OrderLinkConnection = Connection(OrderLink);
export const OrderLinkRunConnection = Connection(OrderLinkRun);

export enum OrderLinkSort {
  PROBABILITY = 'score',
  CREATED_AT = 'createdAt',
}
registerEnumType(OrderLinkSort, {
  name: 'OrderLinkSort',
  description: 'What a list of links is sorted by.',
  valuesConfig: {
    PROBABILITY: { description: 'How likely it is.' },
    CREATED_AT: { description: 'When it was first thought of.' },
  },
});

@InputType({ description: 'Which links. All conditions hold together.' })
export class OrderLinkFilter {
  @Field(() => OrderLinkStatus, { nullable: true, description: 'What became of it; PROPOSED unless said.' })
  status?: OrderLinkStatus | null;
  @Field(() => OrderLinkMethod, { nullable: true, description: 'By what.' }) method?: OrderLinkMethod | null;
  @Field(() => Float, { nullable: true, description: 'At least so likely.' }) minProbability?: number | null;
  @Field(() => Float, { nullable: true, description: 'Less likely than this.' }) belowProbability?: number | null;
  @Field(() => ID, { nullable: true, description: 'Of this customer.' }) customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this order.' }) orderId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Found by this run.' }) runId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Decided by somebody, or not.' }) decided?: boolean | null;
}

@ArgsType()
export class OrderLinkPage extends Page {
  @Field(() => OrderLinkSort, { defaultValue: OrderLinkSort.PROBABILITY, description: 'What to sort by.' }) sort: OrderLinkSort;
  @Field(() => OrderLinkFilter, { nullable: true, description: 'Which ones.' }) filter?: OrderLinkFilter | null;
}

export enum OrderLinkRunSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(OrderLinkRunSort, {
  name: 'OrderLinkRunSort',
  description: 'What a list of runs is sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When it was asked for.' } },
});

@ArgsType()
export class OrderLinkRunPage extends Page {
  @Field(() => OrderLinkRunSort, { defaultValue: OrderLinkRunSort.CREATED_AT, description: 'What to sort by.' })
  sort: OrderLinkRunSort;
}
