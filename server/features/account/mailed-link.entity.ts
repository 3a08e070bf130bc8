import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum LinkPurpose {
  RESET = 'RESET',
  SIGN_IN = 'SIGN_IN',
  REGISTER = 'REGISTER',
  OLD_EMAIL = 'OLD_EMAIL',
  NEW_EMAIL = 'NEW_EMAIL',
}
registerEnumType(LinkPurpose, {
  name: 'LinkPurpose',
  description: 'What a mailed link is for.',
  valuesConfig: {
    RESET: { description: 'To choose a new password.' },
    SIGN_IN: { description: 'To sign in without a password.' },
    REGISTER: { description: 'To confirm the address of a new account.' },
    OLD_EMAIL: { description: 'To confirm or cancel a change of address, from the address that was.' },
    NEW_EMAIL: { description: 'To confirm a change of address, from the address that will be.' },
  },
});

export enum LinkState {
  OPEN = 'OPEN',
  USED = 'USED',
  EXPIRED = 'EXPIRED',
  REPLACED = 'REPLACED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(LinkState, {
  name: 'LinkState',
  description: 'Whether a mailed link still works.',
  valuesConfig: {
    OPEN: { description: 'It works, once.' },
    USED: { description: 'It was used.' },
    EXPIRED: { description: 'Its time is over.' },
    REPLACED: { description: 'A newer one took its place, or what it was for was called off.' },
    UNKNOWN: { description: 'No such link was mailed.' },
  },
});

/** A link in a mail that does one thing once. Only the hash of its token is kept. */
@Entity()
export class MailedLink extends Node {
  @Column({ type: 'text' }) purpose: LinkPurpose;
  @Column({ type: 'text' }) tokenHash: string;
  /** Whose account it acts on; null where there is no account yet. */
  @Column({ type: 'uuid', nullable: true }) userId: string | null;
  /** The change of address or the registration it is about. */
  @Column({ type: 'uuid', nullable: true }) aboutId: string | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) usedAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) replacedAt: Date | null;
}

/** Not the entity: nothing of whose it is. */
@ObjectType('MailedLinkLook', { description: 'What whoever holds a mailed link may know of it before using it.' })
export class MailedLinkLook {
  @Field(() => LinkState, { description: 'Whether it still works.' }) state: LinkState;
  @Field(() => LinkPurpose, { nullable: true, description: 'What it is for. Null when it is unknown.' })
  purpose: LinkPurpose | null;
}
