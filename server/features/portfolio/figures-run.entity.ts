import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { Day } from '../../core/scalars.js';

export enum FiguresRunStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(FiguresRunStatus, {
  name: 'FiguresRunStatus',
  description: 'How far a working out of all customers’ figures is.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is under way.' },
    DONE: { description: 'Its figures are those in use.' },
    FAILED: { description: 'It could not be done; the figures before it are in use. It may be tried again by itself.' },
  },
});

@ObjectType({ description: 'The last time the models were fitted and all customers’ figures worked out.' })
export class FiguresRun {
  @Field(() => FiguresRunStatus, { description: 'How it stands.' }) status: FiguresRunStatus;
  @Field(() => Float, { description: 'How much of it is done, 0 to 1.' }) progress: number;
  @Field({ description: 'When it was asked for.' }) askedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it ended. Null until then.' }) endedAt: Date | null;
}

@ObjectType({ description: 'The answer to `refreshFigures`.' })
export class RefreshFiguresPayload extends Payload {
  @Field(() => FiguresRun, { nullable: true, description: 'The one that waits or is under way.' }) run?: FiguresRun;
}

@ObjectType({ description: 'A customer’s health on an earlier day.' })
export class HealthPoint {
  @Field(() => Day, { description: 'At the end of this day.' }) day: string;
  @Field(() => Int, { description: '0 to 100, by the weights of that day.' }) score: number;
}
