import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { AppendOnly } from '../../core/table.js';

@AppendOnly()
@Entity()
@ObjectType({ implements: Node, description: 'Something that was found out or done after a breach. It is never changed.' })
export class DataBreachEntry extends Node {
  @Field({ description: 'What.' })
  @Column({ type: 'text' })
  body: string;

  @Field({ description: 'When it was written down.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid' }) breachId: string;
  @Column({ type: 'uuid', nullable: true }) authorId: string | null;
}
