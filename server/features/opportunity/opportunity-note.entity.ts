import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'What somebody wrote down about an opportunity.' })
export class OpportunityNote extends Node {
  @Field({ description: 'The text.' })
  @Column({ type: 'text' })
  body: string;

  @Field({ description: 'When it was written.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid' })
  opportunityId: string;

  @Column({ type: 'uuid' })
  authorId: string;
}
