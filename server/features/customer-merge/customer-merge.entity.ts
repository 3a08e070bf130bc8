import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** Who was merged into whom, with all it takes to part them again: `customer_merge_row` says which rows were whose. */
@Entity()
@ObjectType({ implements: Node, description: 'One customer merged into another. A split parts them again.' })
export class CustomerMerge extends Node {
  @Field(() => ID, {
    description: 'The identifier of the customer who was merged. Asked for it, `customer` answers who they are now.',
  })
  @Column({ type: 'uuid' })
  otherId: string;

  @Field({ description: 'The reference they had.' })
  @Column({ type: 'text' })
  otherReference: string;

  @Field({ description: 'The name they had.' })
  @Column({ type: 'text' })
  otherName: string;

  @Field({ description: 'When.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When they were parted again. Null where they were not.' })
  @Column({ type: 'timestamptz', nullable: true })
  splitAt: Date | null;

  /** Who they are now: of those merged into each other one after the other, the last. */
  @Column({ type: 'uuid' }) customerId: string;
  /** Into whom they were merged. */
  @Column({ type: 'uuid' }) survivorId: string;
  /** Their number in another system, which is the survivor’s now; null where the survivor took it over. */
  @Column({ type: 'text', nullable: true }) otherExternalId: string | null;
  /** Their whole row. */
  @Column({ type: 'jsonb' }) otherBefore: Record<string, unknown>;
  /** Column of the survivor’s row → [before, after]. */
  @Column({ name: 'changes', type: 'jsonb' }) changed: Record<string, [before: unknown, after: unknown]>;
  /** How many rows moved, by table. */
  @Column({ name: 'counts', type: 'jsonb' }) moved: Record<string, number>;
  @Column({ type: 'uuid', nullable: true }) createdById: string | null;
  @Column({ type: 'uuid', nullable: true }) splitById: string | null;
}
