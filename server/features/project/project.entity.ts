import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber, Day } from '../../core/scalars.js';

export enum ProjectStatus {
  DRAFT = 'DRAFT',
  PLANNED = 'PLANNED',
  IN_PROGRESS = 'IN_PROGRESS',
  ON_HOLD = 'ON_HOLD',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ProjectStatus, {
  name: 'ProjectStatus',
  description: 'Where a project stands.',
  valuesConfig: {
    DRAFT: { description: 'Being prepared; only our own people see it.' },
    PLANNED: { description: 'Agreed, not begun.' },
    IN_PROGRESS: { description: 'Under way.' },
    ON_HOLD: { description: 'Paused.' },
    DONE: { description: 'Finished.' },
    CANCELLED: { description: 'Given up.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A piece of work for a customer, from its plan to its end.' })
export class Project extends Node {
  @Field({ description: 'Our reference, such as P-00042. Unique.' })
  @Column({ type: 'text' })
  reference: string;

  @Field({ description: 'What it is called.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What is to be done. Null when nobody wrote it.' })
  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Field(() => ProjectStatus, { description: 'Where it stands.' })
  @Column({ type: 'text', default: ProjectStatus.DRAFT })
  status: ProjectStatus;

  @Field(() => Day, { nullable: true, description: 'The day it begins. Null while not set.' })
  @Column({ type: 'date', nullable: true })
  startsOn: string | null;

  @Field(() => Day, { nullable: true, description: 'The day it is due. Null while not set.' })
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Field({ description: 'The currency of its budget, ISO 4217, such as EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field({ description: 'When it was opened.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  /** Read through a relation: of a client's users only those who see the money do. */
  @Column({ type: 'bigint', nullable: true, transformer: asNumber })
  budgetCents: number | null;

  /** For lists, written by PostgreSQL: the day it is due, and a far one while none is set. */
  @Column({ type: 'date', insert: false, update: false })
  dueOrder: string;

  @Column({ type: 'uuid' })
  customerId: string;

  /** The user of ours who leads it. */
  @Column({ type: 'uuid', nullable: true })
  managerId: string | null;
}
