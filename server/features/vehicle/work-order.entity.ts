import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents, Day } from '../../core/scalars.js';

export enum WorkOrderStatus {
  PLANNED = 'PLANNED',
  IN_PROGRESS = 'IN_PROGRESS',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(WorkOrderStatus, {
  name: 'WorkOrderStatus',
  description: 'Where a work order stands.',
  valuesConfig: {
    PLANNED: { description: 'To be done.' },
    IN_PROGRESS: { description: 'Under way.' },
    DONE: { description: 'Done; it doesn’t change any more.' },
    CANCELLED: { description: 'Given up; it may be planned again.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A piece of work we do for a customer, on a vehicle of theirs or not.' })
export class WorkOrder extends Node {
  @Field({ description: 'Our reference, such as OT-00042. Unique.' })
  @Column({ type: 'text' })
  reference: string;

  @Field({ description: 'What is to be done.' })
  @Column({ type: 'text' })
  description: string;

  @Field(() => WorkOrderStatus, { description: 'Where it stands.' })
  @Column({ type: 'text', default: WorkOrderStatus.PLANNED })
  status: WorkOrderStatus;

  @Field(() => Day, { nullable: true, description: 'The day it is planned for. Null while not set.' })
  @Column({ type: 'date', nullable: true })
  plannedOn: string | null;

  @Field(() => Cents, { nullable: true, description: 'What it costs the customer, without VAT, in EUR. Null while not set.' })
  @Column({ type: 'bigint', nullable: true, transformer: asNumber })
  amountCents: number | null;

  @Field(() => Date, { nullable: true, description: 'When it was done. Null until then.' })
  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'uuid' })
  customerId: string;

  @Column({ type: 'uuid', nullable: true })
  vehicleId: string | null;
}
