import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Requires } from '../../core/access.js';
import { Node } from '../../core/base.entity.js';
import { asNumber, Cents } from '../../core/scalars.js';

export enum MissionStatus {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  ASSIGNED = 'ASSIGNED',
  IN_PROGRESS = 'IN_PROGRESS',
  DELIVERED = 'DELIVERED',
  APPROVED = 'APPROVED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(MissionStatus, {
  name: 'MissionStatus',
  description: 'Where a mission stands.',
  valuesConfig: {
    DRAFT: { description: 'Being prepared; only our own people see it.' },
    OPEN: { description: 'Every prestataire may apply.' },
    ASSIGNED: { description: 'Given to a prestataire who has not begun.' },
    IN_PROGRESS: { description: 'Under way.' },
    DELIVERED: { description: 'Done, says the prestataire; we have to look.' },
    APPROVED: { description: 'Done, say we.' },
    CANCELLED: { description: 'Given up.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A piece of work that a prestataire does for a customer, and is paid for.' })
export class Mission extends Node {
  @Field({ description: 'Our reference, such as M-00042. Unique.' })
  @Column({ type: 'text' })
  reference: string;

  @Field({ description: 'What is to be done, in a few words.' })
  @Column({ type: 'text' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What is to be done, at length. Null when nobody wrote it.' })
  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Field(() => MissionStatus, { description: 'Where it stands.' })
  @Column({ type: 'text', default: MissionStatus.DRAFT })
  status: MissionStatus;

  @Field(() => Date, { nullable: true, description: 'When the work is to begin. Null while not set.' })
  @Column({ type: 'timestamptz', nullable: true })
  scheduledStart: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the work is to end. Null while not set.' })
  @Column({ type: 'timestamptz', nullable: true })
  scheduledEnd: Date | null;

  @Field(() => String, { nullable: true, description: 'The postal code of the place. Null when it is done from anywhere.' })
  @Column({ type: 'text', nullable: true })
  postalCode: string | null;

  @Field(() => String, { nullable: true, description: 'The city of the place. Null when it is done from anywhere.' })
  @Column({ type: 'text', nullable: true })
  city: string | null;

  @Field(() => Cents, {
    nullable: true,
    description: 'What the prestataire earns, without VAT. Null while not set. Not for the client.',
  })
  @Requires('mission.fee')
  @Column({ type: 'bigint', nullable: true, transformer: asNumber })
  feeCents: number | null;

  @Field({ description: 'The currency of the fee, ISO 4217, such as EUR.' })
  @Column({ type: 'text', default: 'EUR' })
  currency: string;

  @Field(() => Int, { nullable: true, description: 'How long it should take, in minutes. Null while not set.' })
  @Column({ type: 'integer', nullable: true })
  estimatedMinutes: number | null;

  @Field(() => Date, { nullable: true, description: 'When it was last delivered. Null until then.' })
  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved. Null until then.' })
  @Column({ type: 'timestamptz', nullable: true })
  approvedAt: Date | null;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  /** Number and street: the field `street` hides it from prestataires who are only looking for work. */
  @Column({ type: 'text', nullable: true })
  streetLine: string | null;

  /** For lists, written by PostgreSQL: when it is to begin, and far away while that is not set. */
  @Column({ type: 'timestamptz', insert: false, update: false })
  startOrder: Date;

  @Column({ type: 'uuid' })
  customerId: string;

  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  /** The user who does it; null until somebody is assigned. */
  @Column({ type: 'uuid', nullable: true })
  prestataireId: string | null;
}
