import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';

@Entity()
@ObjectType({ implements: Node, description: 'A point that a project has to reach.' })
export class Milestone extends Node {
  @Field(() => Int, { description: 'Its place among the milestones of the project, from 1.' })
  @Column({ type: 'integer' })
  position: number;

  @Field({ description: 'What is to be reached.' })
  @Column({ type: 'text' })
  title: string;

  @Field(() => Day, { nullable: true, description: 'The day it is due. Null while not set.' })
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was reached. Null until then.' })
  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;

  @Column({ type: 'uuid' })
  projectId: string;
}
