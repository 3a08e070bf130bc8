import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { ConsentChannel, ConsentPurpose } from './consent.entity.js';

/** Why somebody may be reached, or may not. */
export enum ContactReason {
  CONSENT = 'CONSENT',
  CONTRACT = 'CONTRACT',
  LEGAL_OBLIGATION = 'LEGAL_OBLIGATION',
  LEGITIMATE_INTEREST = 'LEGITIMATE_INTEREST',
  NEVER_ASKED = 'NEVER_ASKED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
  OBJECTED = 'OBJECTED',
  RESTRICTED = 'RESTRICTED',
  PURPOSE_CLOSED = 'PURPOSE_CLOSED',
  CHANNEL_CLOSED = 'CHANNEL_CLOSED',
  NOT_FOR_THEM = 'NOT_FOR_THEM',
  NO_CUSTOMER = 'NO_CUSTOMER',
}
registerEnumType(ContactReason, {
  name: 'ContactReason',
  description: 'Why a customer may be reached, or may not.',
  valuesConfig: {
    CONSENT: { description: 'They may: they agreed.' },
    CONTRACT: { description: 'They may: a contract with them.' },
    LEGAL_OBLIGATION: { description: 'They may: the law asks it of us.' },
    LEGITIMATE_INTEREST: { description: 'They may: they did not object.' },
    NEVER_ASKED: { description: 'They may not: they never agreed.' },
    REFUSED: { description: 'They may not: they said no.' },
    WITHDRAWN: { description: 'They may not: they withdrew.' },
    EXPIRED: { description: 'They may not: their agreement is over.' },
    OBJECTED: { description: 'They may not: they objected.' },
    RESTRICTED: { description: 'They may not: their data are kept and not used (RGPD, article 18).' },
    PURPOSE_CLOSED: { description: 'Nobody is reached for this purpose.' },
    CHANNEL_CLOSED: { description: 'Nobody is reached for this purpose by this way.' },
    NOT_FOR_THEM: { description: 'The purpose is for people only, or for companies only.' },
    NO_CUSTOMER: { description: 'There is no such customer, and the purpose needs their word.' },
  },
});

/** Not append-only: a log of ours that goes with its customer. */
@Entity()
@ObjectType({ implements: Node, description: 'One time that the product kept us from reaching a customer.' })
export class ContactRefusal extends Node {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  @Column({ type: 'text' })
  purpose: ConsentPurpose;

  @Field(() => ConsentChannel, { description: 'By which way.' })
  @Column({ type: 'text' })
  channel: ConsentChannel;

  @Field(() => ContactReason, { description: 'Why not.' })
  @Column({ type: 'text' })
  reason: ContactReason;

  @Field({ description: 'When.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  customerId: string | null;

  /** Null: the product itself. */
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  /** The mail that was stopped as it was about to leave; null where none was written. */
  @Column({ type: 'uuid', nullable: true })
  mailId: string | null;
}
