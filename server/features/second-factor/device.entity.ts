import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** A browser that somebody signed in with, known by the cookie it was given. Only the cookie's hash is kept. */
@Entity()
@ObjectType({ implements: Node, description: 'A browser of yours that is not asked for the second factor for a while.' })
export class Device extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) hash: string;
  @Column({ type: 'text', nullable: true }) userAgent: string | null;

  @Field({ description: 'When you first signed in with it.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When you last signed in with it.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastUsedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until then it is not asked for the second factor.' })
  @Column({ type: 'timestamptz', nullable: true })
  rememberedUntil: Date | null;
}
