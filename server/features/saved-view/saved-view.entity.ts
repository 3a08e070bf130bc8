import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'Search, filters and sort of a list, kept under a name.' })
export class SavedView extends Node {
  @Field({ description: 'The list it is of, as the portal calls it, such as `customers`.' })
  @Column({ type: 'text' })
  list: string;

  @Field({ description: 'What it is called.' })
  @Column({ type: 'text' })
  name: string;

  @Field({ description: 'The query of the list’s address, without the question mark, such as `status=ACTIVE&sort=-CREATED_AT`.' })
  @Column({ type: 'text' })
  query: string;

  @Field(() => Boolean, { description: 'For the whole team; otherwise yours alone.' })
  @Column({ type: 'boolean', default: false })
  shared: boolean;

  @Field(() => Int, { description: 'Its place among those of its list: the smallest first, equals by name.' })
  @Column({ type: 'integer', default: 0 })
  position: number;

  @Field({ description: 'When it was kept first.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Who kept it. */
  @Column({ type: 'uuid' })
  ownerId: string;

  /** The portal it is of: a person with two roles has views in each. */
  @Column({ type: 'text' })
  reach: string;
}
