import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Vehicle } from './vehicle.entity.js';
import {
  CreateVehicleInput,
  CreateVehiclePayload,
  DeleteVehicleInput,
  DeleteVehiclePayload,
  UpdateVehicleInput,
  UpdateVehiclePayload,
} from './vehicle.input.js';
import { vehiclePolicy } from './vehicle.policy.js';
import { workOrdersByVehicle } from './vehicle.relations.js';
import { createVehicle, deleteVehicle, updateVehicle } from './vehicle.service.js';
import { WorkOrder } from './work-order.entity.js';

const VehicleAbilities = Abilities(Vehicle, vehiclePolicy);

@Resolver(() => Vehicle)
export class VehicleResolver {
  @Mutation(() => CreateVehiclePayload, { description: 'Adds a vehicle to a customer.' })
  @Requires('vehicle.create')
  async createVehicle(
    @Arg('input', { description: 'Whose, and what is known of it.' }) { customerId, ...fields }: CreateVehicleInput,
    @Ctx() ctx: Context,
  ): Promise<CreateVehiclePayload> {
    return { vehicle: await createVehicle(ctx, customerId, fields) };
  }

  @Mutation(() => UpdateVehiclePayload, { description: 'Changes what is known of a vehicle.' })
  @Requires('vehicle.update')
  async updateVehicle(
    @Arg('input', { description: 'What to change.' }) { id, ...fields }: UpdateVehicleInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateVehiclePayload> {
    return { vehicle: await updateVehicle(ctx, id, fields) };
  }

  @Mutation(() => DeleteVehiclePayload, { description: 'Deletes a vehicle that no work order is about.' })
  @Requires('vehicle.delete')
  async deleteVehicle(
    @Arg('input', { description: 'Which.' }) { id }: DeleteVehicleInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteVehiclePayload> {
    return { deletedId: await deleteVehicle(ctx, id) };
  }

  @FieldResolver(() => [WorkOrder], { description: 'What was, is or will be done on it, the latest first.' })
  @Through(workOrdersByVehicle)
  workOrders(): void {}

  @FieldResolver(() => VehicleAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() vehicle: Vehicle, @Ctx() ctx: Context) {
    return abilities(ctx, vehicle);
  }
}
