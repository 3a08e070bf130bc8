import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'A customer that is in a segment now.' })
export class SegmentMember extends Node {
  @Field({ description: 'Since when.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  enteredAt: Date;

  @Column({ type: 'uuid' }) segmentId: string;
  @Column({ type: 'uuid' }) customerId: string;
}
