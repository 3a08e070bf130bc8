import { manyBy, oneById } from '../../core/relation.js';
import { Vehicle } from './vehicle.entity.js';
import { WorkOrder } from './work-order.entity.js';

export const vehicleById = oneById(Vehicle);
export const vehiclesByCustomer = manyBy(Vehicle, 'customerId', { order: { plate: 'asc' } });
export const workOrdersByCustomer = manyBy(WorkOrder, 'customerId', { order: { createdAt: 'desc' } });
export const workOrdersByVehicle = manyBy(WorkOrder, 'vehicleId', { order: { createdAt: 'desc' } });
