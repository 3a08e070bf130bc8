import { FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { Vehicle } from './vehicle.entity.js';
import { vehiclesByCustomer, workOrdersByCustomer } from './vehicle.relations.js';
import { WorkOrder } from './work-order.entity.js';

@Resolver(() => Customer)
export class CustomerVehiclesResolver {
  @FieldResolver(() => [Vehicle], { nullable: true, description: 'Their vehicles, by plate. Not for a prestataire.' })
  @Requires('vehicle.read')
  @Through(vehiclesByCustomer)
  vehicles(): void {}

  @FieldResolver(() => [WorkOrder], {
    nullable: true,
    description: 'The work we do for them, the latest first. Not for a prestataire.',
  })
  @Requires('workOrder.read')
  @Through(workOrdersByCustomer)
  workOrders(): void {}
}
