import { FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { CustomerSegment } from './segment.entity.js';
import { segmentsByCustomer } from './segment.relations.js';

@Resolver(() => Customer)
export class CustomerSegmentsResolver {
  @FieldResolver(() => [CustomerSegment], { nullable: true, description: 'The segments they are in now, of those you see.' })
  @Requires('segment.read')
  @Through(segmentsByCustomer)
  segments(): void {}
}
