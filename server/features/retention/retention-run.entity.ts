import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';
import { RetentionCategory } from './retention-rule.entity.js';

export enum RetentionRunStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
}
registerEnumType(RetentionRunStatus, {
  name: 'RetentionRunStatus',
  description: 'How far a run got.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is at work. One that was cut off goes on where it stopped.' },
    DONE: { description: 'It looked at all it was to look at.' },
  },
});

/** Why, as a code, and how many. */
export interface Counted {
  code: string;
  count: number;
}

/** A run’s line as it is kept: numbers, no names. */
export interface KeptLine {
  category: RetentionCategory;
  months: number;
  seen: number;
  deleted: number;
  pseudonymised: number;
  held: number;
  heldFor: Counted[];
  failed: number;
  failedFor: Counted[];
  done: boolean;
}

@ObjectType({ description: 'A reason, and how many records it is the reason of. A record may have several.' })
export class RetentionReason {
  @Field({ description: 'Stable, for programs: such as RETENTION_HELD.' }) code: string;
  @Field({ description: 'In your language.' }) message: string;
  @Field(() => Int, { description: 'How many records.' }) count: number;
}

@ObjectType({ description: 'What a run did, or a dry one would have done, with one category.' })
export class RetentionLine {
  @Field(() => RetentionCategory, { description: 'Of what.' }) category: RetentionCategory;
  @Field({ description: 'The same in your language.' }) name: string;
  @Field(() => Int, { description: 'The period that counted, in months.' }) months: number;
  @Field(() => Int, { description: 'Records whose period was over.' }) seen: number;
  @Field(() => Int, { description: 'Of these, deleted.' }) deleted: number;
  @Field(() => Int, { description: 'Of these, made anonymous.' }) pseudonymised: number;
  @Field(() => Int, { description: 'Of these, kept back.' }) held: number;
  @Field(() => [RetentionReason], { description: 'Why they were kept back.' }) heldFor: RetentionReason[];
  @Field(() => Int, { description: 'Of these, tried in vain: the next run tries again.' }) failed: number;
  @Field(() => [RetentionReason], { description: 'Why it was in vain.' }) failedFor: RetentionReason[];
}

@Entity()
@ObjectType({ implements: Node, description: 'One look at what has been kept long enough, and its report.' })
export class RetentionRun extends Node {
  @Field({ description: 'It only counted: nothing was changed.' })
  @Column({ type: 'boolean' })
  dryRun: boolean;

  @Field(() => RetentionRunStatus, { description: 'How far it got.' })
  @Column({ type: 'text', default: RetentionRunStatus.QUEUED })
  status: RetentionRunStatus;

  @Field(() => Day, { description: 'The day it counted from, in Paris.' })
  @Column({ type: 'date' })
  asOf: string;

  @Field({ description: 'When it was asked for.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it began. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Field(() => Int, { description: 'Records that went, or would have gone.' })
  @Column({ type: 'integer', default: 0 })
  gone: number;

  @Field(() => Int, { description: 'Records that were kept back.' })
  @Column({ type: 'integer', default: 0 })
  held: number;

  @Field(() => Int, { description: 'Records that were tried in vain.' })
  @Column({ type: 'integer', default: 0 })
  failed: number;

  @Column({ name: 'lines', type: 'jsonb', default: [] }) kept: KeptLine[];
  @Column({ type: 'uuid', nullable: true }) createdById: string | null;
}
