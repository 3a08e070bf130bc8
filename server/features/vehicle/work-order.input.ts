import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Cents, Day } from '../../core/scalars.js';
import { WorkOrder, WorkOrderStatus } from './work-order.entity.js';

/** A hundred million euros: what is above was mistyped. */
const MOST_CENTS = 10_000_000_000;

@InputType({ description: 'What is known of a work order. Absent leaves it as it is; null empties it.' })
export abstract class WorkOrderFields {
  @Field(() => String, { nullable: true, description: 'What is to be done.' }) @Text({ max: 2_000 }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'A vehicle of the same customer.' }) vehicleId?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it is planned for.' }) plannedOn?: string | null;
  @Field(() => Cents, { nullable: true, description: 'What it costs the customer, without VAT, in EUR; 0 or more.' })
  @Between(0, MOST_CENTS)
  amountCents?: number | null;
}

@InputType({ description: 'A new work order.' })
export class CreateWorkOrderInput extends WorkOrderFields {
  @Field(() => ID, { description: 'The customer it is for.' }) customerId: string;
  @Field(() => String, { description: 'What is to be done.' }) @Text({ min: 1, max: 2_000 }) declare description: string;
}

@InputType({ description: 'A change to a work order.' })
export class UpdateWorkOrderInput extends WorkOrderFields {
  @Field(() => ID, { description: 'The work order’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'A work order’s new status.' })
export class ChangeWorkOrderStatusInput {
  @Field(() => ID, { description: 'The work order’s.' }) id: string;
  @Field(() => WorkOrderStatus, { description: 'From now on; NOT_FROM_HERE where it doesn’t lead there.' })
  status: WorkOrderStatus;
}

@ObjectType({ description: 'The answer to `createWorkOrder`.' })
export class CreateWorkOrderPayload extends Payload {
  @Field(() => WorkOrder, { nullable: true, description: 'The new one.' }) workOrder?: WorkOrder;
}

@ObjectType({ description: 'The answer to `updateWorkOrder`.' })
export class UpdateWorkOrderPayload extends Payload {
  @Field(() => WorkOrder, { nullable: true, description: 'As it is now.' }) workOrder?: WorkOrder;
}

@ObjectType({ description: 'The answer to `changeWorkOrderStatus`.' })
export class ChangeWorkOrderStatusPayload extends Payload {
  @Field(() => WorkOrder, { nullable: true, description: 'As it is now.' }) workOrder?: WorkOrder;
}
