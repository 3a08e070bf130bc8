import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Json } from '../../core/scalars.js';
import { ActivityKind } from './activity.kinds.js';

export enum Audience {
  TEAM = 'TEAM',
  EVERYONE = 'EVERYONE',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'Who may read it.',
  valuesConfig: {
    TEAM: { description: 'Our own people, and the reseller who sells to the customer.' },
    EVERYONE: { description: 'The customer and those who work for them too.' },
  },
});

export type Details = Record<string, string | number>;

@Entity()
@ObjectType({ implements: Node, description: 'Something that happened with a customer: one line of their timeline.' })
export class Activity extends Node {
  @Field(() => ActivityKind, { description: 'What happened.' })
  @Column({ type: 'text' })
  kind: ActivityKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The longer text as it was written: who is mentioned stands as @[id]. Null when there is none; `text` has names.',
  })
  @Column({ type: 'text', nullable: true })
  body: string | null;

  @Field(() => Json, { description: 'What the title is made of, such as names and numbers. Its shape depends on the kind.' })
  @Column({ type: 'jsonb', default: {} })
  details: Details;

  @Field(() => Audience, { description: 'Who may read it.' })
  @Column({ type: 'text', default: Audience.TEAM })
  audience: Audience;

  @Field({ description: 'When it happened, which may be before it was written down.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  occurredAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The type of what it is about, such as Project. Null when it is the customer.',
  })
  @Column({ type: 'text', nullable: true })
  subjectType: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The identifier of what it is about; that may be gone since. Null when it is the customer.',
  })
  @Column({ type: 'uuid', nullable: true })
  subjectId: string | null;

  @Field({ description: 'Kept in sight: somebody pinned it.' })
  @Column({ type: 'boolean', default: false })
  pinned: boolean;

  @Field(() => Date, { nullable: true, description: 'When whoever wrote it last changed it. Null when they never did.' })
  @Column({ type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  /** The colleagues it names; in the title and the text they stand as `@[id]`. */
  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  mentions: string[];

  /** What a person typed; null where the kind and the details say it in the reader's language. */
  @Column({ type: 'text', nullable: true })
  typedTitle: string | null;

  @Column({ type: 'uuid' })
  customerId: string;

  /** Null: the product itself. */
  @Column({ type: 'uuid', nullable: true })
  authorId: string | null;
}
