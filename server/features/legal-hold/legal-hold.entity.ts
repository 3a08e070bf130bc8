import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'What is kept of a customer is needed, such as for a dispute: until it is lifted nothing of it is erased.',
})
export class LegalHold extends Node {
  @Field({ description: 'Why.' })
  @Column({ type: 'text' })
  reason: string;

  @Field({ description: 'Since when.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  placedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was lifted. Null while it holds.' })
  @Column({ type: 'timestamptz', nullable: true })
  liftedAt: Date | null;

  @Column({ type: 'uuid' }) customerId: string;
  @Column({ type: 'uuid', nullable: true }) placedById: string | null;
  @Column({ type: 'uuid', nullable: true }) liftedById: string | null;
}
