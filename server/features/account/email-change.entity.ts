import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** Somebody wants another address: it holds once both addresses said so. */
@Entity()
export class EmailChange extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) confirmedByOldAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) confirmedByNewAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) cancelledAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) doneAt: Date | null;
}

/** Not the entity: only its owner is told, and only while it waits. */
@ObjectType({ description: 'A change of e-mail address that waits for its confirmations.' })
export class PendingEmailChange {
  @Field({ description: 'The address that will be signed in with.' }) email: string;
  @Field({ description: 'When it was asked for.' }) createdAt: Date;
  @Field({ description: 'When it is called off by itself.' }) expiresAt: Date;
  @Field({ description: 'The address of now has confirmed.' }) confirmedByOld: boolean;
  @Field({ description: 'The address to come has confirmed.' }) confirmedByNew: boolean;
}
