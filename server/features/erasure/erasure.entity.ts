import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';

export enum Fate {
  /** The rows go. */
  DELETED = 'DELETED',
  /** The rows stay, and nothing in them says any more whose they were. */
  PSEUDONYMISED = 'PSEUDONYMISED',
  /** What says whose they were moves to the archive, and is kept there for as long as the law asks. */
  ARCHIVED = 'ARCHIVED',
  /** Kept as it is, for a time and a reason. */
  KEPT = 'KEPT',
}
registerEnumType(Fate, {
  name: 'ErasureFate',
  description: 'What becomes of records when somebody is erased.',
  valuesConfig: {
    DELETED: { description: 'They go.' },
    PSEUDONYMISED: { description: 'They stay, and say no more whose they were.' },
    ARCHIVED: { description: 'What says whose they were moves to the restricted archive, and goes at `keptUntil`.' },
    KEPT: { description: 'They stay until `keptUntil`.' },
  },
});

@ObjectType({ description: 'Records of one kind, and what becomes of them.' })
export class ErasureLine {
  @Field({ description: 'What they are: the name of their table, such as contact.' }) what: string;
  @Field(() => Fate, { description: 'What becomes of them.' }) fate: Fate;
  @Field(() => Int, { description: 'How many.' }) count: number;
  @Field(() => [String], {
    description: 'The first 20 of them, by name or number, else by day such as 2026-11-20. Empty where they have none.',
  })
  records: string[];
  @Field(() => String, { nullable: true, description: 'Why they are kept, in your language. Null where they are not.' })
  why: string | null;
  @Field(() => Day, { nullable: true, description: 'The last of them goes then. Null where none is kept.' })
  keptUntil: string | null;
}

@ObjectType({ description: 'Why somebody can’t be erased now.' })
export class ErasureObstacle {
  @Field({ description: 'Stable, for programs: such as ERASE_HELD.' }) code: string;
  @Field({ description: 'In your language.' }) message: string;
}

@ObjectType({ description: 'What an erasure would do, record by record. Nothing is changed.' })
export class ErasurePreview {
  @Field(() => [ErasureLine], { description: 'Kinds of which there are some.' }) lines: ErasureLine[];
  @Field(() => [ErasureObstacle], { description: 'What keeps it from being done. Empty: it can be.' })
  obstacles: ErasureObstacle[];
}

/** That somebody was erased, and what became of what there was of them: numbers, no names. */
@Entity()
export class Erasure extends Node {
  @Column({ type: 'uuid' }) customerId: string;
  @Column({ type: 'uuid', nullable: true }) requestId: string | null;
  @Column({ type: 'jsonb' }) report: { what: string; fate: Fate; count: number }[];
  @Column({ type: 'uuid', nullable: true }) erasedById: string | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) erasedAt: Date;
}
