import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { Locale } from '../../core/words.js';
import { Portal } from '../session/viewer.entity.js';

export enum InvitationStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(InvitationStatus, {
  name: 'InvitationStatus',
  description: 'Where an invitation stands.',
  valuesConfig: {
    PENDING: { description: 'Sent, and waiting for an answer.' },
    ACCEPTED: { description: 'Whoever was invited is in.' },
    EXPIRED: { description: 'Nobody answered within a week. It can be sent again.' },
    REVOKED: { description: 'Taken back before anybody answered.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A role offered by e-mail to somebody who has no account, or not that role.' })
export class Invitation extends Node {
  @Field({ description: 'Whom it was sent to.' })
  @Column({ type: 'text' })
  email: string;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When it was last sent.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  sentAt: Date;

  @Field({ description: 'Until when it can be accepted.' })
  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was accepted. Null when it was not.' })
  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back. Null when it was not.' })
  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'uuid' }) roleId: string;
  @Column({ type: 'uuid' }) invitedById: string;
  @Column({ type: 'uuid', nullable: true }) acceptedById: string | null;
  /** The language it is written in. */
  @Column({ type: 'text' }) locale: Locale;
  @Column({ type: 'text' }) tokenHash: string;
}

/** Not the entity: for whoever holds the link, and only while it works. */
@ObjectType({ description: 'What whoever holds an invitation’s link may know before answering.' })
export class InvitationLook {
  @Field(() => InvitationStatus, { description: 'Where it stands. All else is null unless it is PENDING.' })
  status: InvitationStatus;

  @Field(() => String, { nullable: true, description: 'The address it was sent to.' }) email?: string;
  @Field(() => String, { nullable: true, description: 'The name of the role it offers.' }) roleName?: string;
  @Field(() => Portal, { nullable: true, description: 'The portal which that role opens.' }) portal?: Portal;
  @Field(() => String, { nullable: true, description: 'The name of whoever invites.' }) invitedBy?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The address has an account already: accept it signed in, rather than register.',
  })
  hasAccount?: boolean;
}
