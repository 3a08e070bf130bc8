import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum SegmentColour {
  GREEN = 'GREEN',
  YELLOW = 'YELLOW',
  RED = 'RED',
  BLUE = 'BLUE',
  GRAY = 'GRAY',
  VIOLET = 'VIOLET',
  TEAL = 'TEAL',
  ORANGE = 'ORANGE',
}
registerEnumType(SegmentColour, {
  name: 'SegmentColour',
  description: 'The colour of a segment’s badge.',
  valuesConfig: Object.fromEntries(Object.keys(SegmentColour).map((it) => [it, { description: `${it.toLowerCase()}.` }])),
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'Customers that meet a rule of ours. Who is in it is kept by jobs: within seconds of a change, and each night since time passes.',
})
export class CustomerSegment extends Node {
  @Field({ description: 'Stable, for programs, such as vip. Unique; it never changes.' })
  @Column({ type: 'text' })
  key: string;

  /** Null while a delivered one is called as the product says, in each reader's language. */
  @Column({ name: 'name', type: 'text', nullable: true })
  givenName: string | null;

  @Column({ name: 'description', type: 'text', nullable: true })
  givenDescription: string | null;

  /** Null while a delivered one has the rule the product comes with. */
  @Column({ name: 'rule', type: 'jsonb', nullable: true })
  givenRule: object | null;

  @Field(() => SegmentColour, { description: 'Of its badge.' })
  @Column({ type: 'text' })
  colour: SegmentColour;

  @Field(() => Boolean, { description: 'It came with the product: it can be changed and put back, not deleted.' })
  @Column({ type: 'boolean', default: false })
  delivered: boolean;

  @Field(() => Boolean, { description: 'Its rule changed, or is new: who is in it is being worked out.' })
  @Column({ type: 'boolean', default: true })
  stale: boolean;

  @Field(() => Boolean, {
    description:
      'Its rule names what is there no more, such as a custom field: who is in it stays as it was until the rule is put right.',
  })
  @Column({ type: 'boolean', default: false })
  broken: boolean;

  @Field(() => Date, { nullable: true, description: 'When its customers were first worked out. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  filledAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When all customers were last looked at. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  refreshedAt: Date | null;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When what it says last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  /** The permissions its rule needs: who lacks one would learn from it what they may not see. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  needs: string[];

  @Column({ type: 'uuid', nullable: true })
  createdById: string | null;
}
