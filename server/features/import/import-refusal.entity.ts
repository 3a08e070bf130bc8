import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'A line of a file that was not imported; one for each thing that is wrong with it.',
})
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

  @Field(() => String, { nullable: true, description: 'The header of the cell that is wrong. Null where it is the line.' })
  @Column({ type: 'text', nullable: true })
  column: string | null;

  @Column({ type: 'uuid' })
  importRunId: string;
}
