import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { Agreement } from '../matching/model.rules.js';

export enum OrderLinkRunStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  UNDONE = 'UNDONE',
}
registerEnumType(OrderLinkRunStatus, {
  name: 'OrderLinkRunStatus',
  description: 'How far a run got.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is looking.' },
    DONE: { description: 'It looked at all it was asked to.' },
    FAILED: { description: 'It stopped on the way; what it had linked stays, and can be taken back.' },
    UNDONE: { description: 'What it did was taken back.' },
  },
});

export enum OrderLinkOrigin {
  PERSON = 'PERSON',
  COMMAND = 'COMMAND',
  IMPORT = 'IMPORT',
}
registerEnumType(OrderLinkOrigin, {
  name: 'OrderLinkOrigin',
  description: 'What a run came from.',
  valuesConfig: {
    PERSON: { description: 'Somebody asked for it here.' },
    COMMAND: { description: 'Somebody asked for it on the command line.' },
    IMPORT: { description: 'Orders were imported.' },
  },
});

/** What was learnt from the data, as it is kept. */
export interface KeptModel {
  agreement: Agreement;
  share: number;
  records: number;
  matched: number;
}

/** One of the first changes of a run, as it is kept. */
export interface SampledChange {
  number: string;
  customer: string | null;
  before: string | null;
  method: string | null;
  probability: number;
}

@Entity()
@ObjectType({ implements: Node, description: 'One look at orders: whose they are. All that it did can be taken back at once.' })
export class OrderLinkRun extends Node {
  @Field(() => OrderLinkRunStatus, { description: 'How far it got.' })
  @Column({ type: 'text' })
  status: OrderLinkRunStatus;

  @Field(() => OrderLinkOrigin, { description: 'What it came from.' })
  @Column({ type: 'text' })
  origin: OrderLinkOrigin;

  @Field({ description: 'It only says what it would do: nothing is written.' })
  @Column({ type: 'boolean' })
  dryRun: boolean;

  @Field({ description: 'It also looks again at orders that a run linked, never at those somebody decided.' })
  @Column({ type: 'boolean' })
  force: boolean;

  @Field(() => Float, { description: 'From this probability on several agreements link by themselves.' })
  @Column({ type: 'double precision' })
  bar: number;

  @Field(() => Float, { description: 'How much of its work is done, from 0 to 1.' })
  @Column({ type: 'double precision', default: 0 })
  progress: number;

  @Field(() => Int, { description: 'Orders it looked at.' })
  @Column({ type: 'integer', default: 0 })
  seen: number;

  @Field(() => Int, { description: 'Orders it linked that were nobody’s.' })
  @Column({ type: 'integer', default: 0 })
  linked: number;

  @Field(() => Int, { description: 'Orders it gave to another customer. Only with `force`.' })
  @Column({ type: 'integer', default: 0 })
  moved: number;

  @Field(() => Int, { description: 'Orders it took from a customer, since nothing links them any more. Only with `force`.' })
  @Column({ type: 'integer', default: 0 })
  unlinked: number;

  @Field(() => Int, { description: 'Orders it proposes customers for.' })
  @Column({ type: 'integer', default: 0 })
  proposed: number;

  @Field({ description: 'When it was asked for.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended. Null until then.' })
  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back. Null unless it was.' })
  @Column({ type: 'timestamptz', nullable: true })
  undoneAt: Date | null;

  @Column({ name: 'model', type: 'jsonb', nullable: true }) kept: KeptModel | null;
  @Column({ name: 'sample', type: 'jsonb', default: [] }) firstChanges: SampledChange[];
  @Column({ type: 'uuid', nullable: true }) createdById: string | null;
  @Column({ type: 'uuid', nullable: true }) undoneById: string | null;
}
