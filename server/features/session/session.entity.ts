import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** One sign-in on one device: the family of refresh tokens that grew from it. Only hashes are kept. */
@Entity()
@ObjectType({ implements: Node, description: 'A sign-in of yours that lasts: one browser on one device.' })
export class Session extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) refreshHash: string;
  /** The token before, good for a few seconds more: two tabs may send it at once. */
  @Column({ type: 'text', nullable: true }) previousHash: string | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) rotatedAt: Date;

  @Field({ description: 'When it began.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Unused until then, it is over; each use puts it off, though never beyond `endsAt`. */
  @Column({ type: 'timestamptz' }) expiresAt: Date;

  @Field({ description: 'When it ends however much it is used.' })
  @Column({ type: 'timestamptz', default: () => `now() + interval '90 days'` })
  endsAt: Date;

  @Column({ type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ type: 'text', nullable: true }) userAgent: string | null;

  @Field(() => String, { nullable: true, description: 'The address it began from. Null when it is not known.' })
  @Column({ type: 'inet', nullable: true })
  ip: string | null;

  /** The browser, as it is known by its cookie. */
  @Column({ type: 'uuid', nullable: true }) deviceId: string | null;
  /** Of the token in a mail that ends it. */
  @Column({ type: 'text', nullable: true }) endHash: string | null;
}
