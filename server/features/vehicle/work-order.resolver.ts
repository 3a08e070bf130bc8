import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Vehicle } from './vehicle.entity.js';
import { workOrderPolicy } from './vehicle.policy.js';
import { vehicleById } from './vehicle.relations.js';
import { WorkOrder } from './work-order.entity.js';
import {
  ChangeWorkOrderStatusInput,
  ChangeWorkOrderStatusPayload,
  CreateWorkOrderInput,
  CreateWorkOrderPayload,
  UpdateWorkOrderInput,
  UpdateWorkOrderPayload,
} from './work-order.input.js';
import { changeWorkOrderStatus, createWorkOrder, updateWorkOrder } from './work-order.service.js';

const WorkOrderAbilities = Abilities(WorkOrder, workOrderPolicy);

@Resolver(() => WorkOrder)
export class WorkOrderResolver {
  @Mutation(() => CreateWorkOrderPayload, { description: 'Plans work for a customer.' })
  @Requires('workOrder.create')
  async createWorkOrder(
    @Arg('input', { description: 'For whom, and what.' }) input: CreateWorkOrderInput,
    @Ctx() ctx: Context,
  ): Promise<CreateWorkOrderPayload> {
    return { workOrder: await createWorkOrder(ctx, input) };
  }

  @Mutation(() => UpdateWorkOrderPayload, { description: 'Changes a work order that is planned or under way.' })
  @Requires('workOrder.update')
  async updateWorkOrder(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateWorkOrderInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateWorkOrderPayload> {
    return { workOrder: await updateWorkOrder(ctx, id, version, fields) };
  }

  @Mutation(() => ChangeWorkOrderStatusPayload, {
    description:
      'Moves a work order on: PLANNED → IN_PROGRESS → DONE; either may be CANCELLED, what is under way or cancelled PLANNED again.',
  })
  @Requires('workOrder.update')
  async changeWorkOrderStatus(
    @Arg('input', { description: 'Which, and to what.' }) { id, status }: ChangeWorkOrderStatusInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeWorkOrderStatusPayload> {
    return { workOrder: await changeWorkOrderStatus(ctx, id, status) };
  }

  @FieldResolver(() => Vehicle, { nullable: true, description: 'The vehicle it is about. Null when it is about none.' })
  @Through(vehicleById, 'vehicleId')
  vehicle(): void {}

  @FieldResolver(() => WorkOrderAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() order: WorkOrder, @Ctx() ctx: Context) {
    return abilities(ctx, order);
  }
}
