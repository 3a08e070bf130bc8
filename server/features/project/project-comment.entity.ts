import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Audience } from '../activity/activity.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'What somebody says about a project.' })
export class ProjectComment extends Node {
  @Field({ description: 'The text; line breaks count.' })
  @Column({ type: 'text' })
  body: string;

  @Field(() => Audience, { description: 'Who may read it.' })
  @Column({ type: 'text', default: Audience.EVERYONE })
  audience: Audience;

  @Field({ description: 'When it was said.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid' })
  projectId: string;

  @Column({ type: 'uuid' })
  authorId: string;
}
