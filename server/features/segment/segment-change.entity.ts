import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum SegmentCause {
  CUSTOMER = 'CUSTOMER',
  RULE = 'RULE',
}
registerEnumType(SegmentCause, {
  name: 'SegmentCause',
  description: 'Why a customer came into a segment or left it.',
  valuesConfig: {
    CUSTOMER: { description: 'What is known of the customer changed, or time passed. Their timeline says so.' },
    RULE: { description: 'Somebody changed the rule: nothing happened with the customer, and their timeline says nothing.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A customer came into a segment, or left it.' })
export class SegmentChange extends Node {
  @Field(() => Boolean, { description: 'They came in; otherwise they left.' })
  @Column({ type: 'boolean' })
  entered: boolean;

  @Field(() => SegmentCause, { description: 'Why.' })
  @Column({ type: 'text' })
  cause: SegmentCause;

  @Field({ description: 'When.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid' }) segmentId: string;
  @Column({ type: 'uuid' }) customerId: string;
}
