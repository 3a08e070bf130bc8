import { CustomerVehiclesResolver } from './customer-vehicles.resolver.js';
import { Vehicle } from './vehicle.entity.js';
import { vehiclePolicy, workOrderPolicy } from './vehicle.policy.js';
import { VehicleResolver } from './vehicle.resolver.js';
import { WorkOrder } from './work-order.entity.js';
import { WorkOrderResolver } from './work-order.resolver.js';

/** Its place is in the one list of features. */
export const vehicleFeature = {
  name: 'vehicle',
  entities: [Vehicle, WorkOrder],
  policies: [vehiclePolicy, workOrderPolicy],
  resolvers: [VehicleResolver, WorkOrderResolver, CustomerVehiclesResolver],
};
