import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'A line of a file that was not imported.' })
export class ImportRefusal extends Node {
  @Field(() => Int, { description: 'The line of the file; the header is line 1.' })
  @Column({ type: 'integer' })
  line: number;

  @Field({ description: 'Stable, for programs, such as NOT_POSITIVE_PRICE.' })
  @Column({ type: 'text' })
  code: string;

  @Field({ description: 'What stands there that was refused; may be empty.' })
  @Column({ type: 'text' })
  value: string;

  @Column({ type: 'uuid' })
  importRunId: string;
}
