import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Requires } from '../../core/access.js';
import { Node } from '../../core/base.entity.js';
import { AppendOnly } from '../../core/table.js';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from './consent.entity.js';

export enum ConsentMethod {
  WEB = 'WEB',
  PHONE = 'PHONE',
  PAPER = 'PAPER',
  EMAIL = 'EMAIL',
  IMPORT = 'IMPORT',
  LINK = 'LINK',
  ONE_CLICK = 'ONE_CLICK',
  SYSTEM = 'SYSTEM',
  MERGE = 'MERGE',
}
registerEnumType(ConsentMethod, {
  name: 'ConsentMethod',
  description: 'How somebody said it.',
  valuesConfig: {
    WEB: { description: 'In their portal.' },
    PHONE: { description: 'In a call.' },
    PAPER: { description: 'On a signed paper.' },
    EMAIL: { description: 'In an e-mail.' },
    IMPORT: { description: 'In another system, from which it was taken over.' },
    LINK: { description: 'By the link of a mail, without an account.' },
    ONE_CLICK: { description: 'By the unsubscribe button of their mail program (RFC 8058).' },
    SYSTEM: { description: 'Nobody: the time of an agreement was over.' },
    MERGE: { description: 'Under another record of the same customer, which was merged into this one.' },
  },
});

/** What shows that it was said, beside note and document. */
export interface ConsentProof {
  /** The address it was said from, without its last part. */
  ip?: string;
  userAgent?: string;
  /** SHA-256 of the e-mail address that a link or a confirmation was mailed to. */
  emailSha256?: string;
  /** When a mailed confirmation was asked for: whoever has the address said yes twice. */
  confirmedFrom?: string;
  /** The event of the record that was merged, and whose it was. */
  mergedEventId?: string;
  mergedCustomerId?: string;
}

/** What was said once. It never changes and never goes: the database refuses both. */
@AppendOnly()
@Entity()
@ObjectType({ implements: Node, description: 'One time that a customer agreed, or withdrew. It never changes.' })
export class ConsentEvent extends Node {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  @Column({ type: 'text' })
  purpose: ConsentPurpose;

  @Field(() => ConsentChannel, { description: 'By which way.' })
  @Column({ type: 'text' })
  channel: ConsentChannel;

  @Field(() => ConsentStatus, { description: 'What they said; never UNKNOWN.' })
  @Column({ type: 'text' })
  action: Exclude<ConsentStatus, ConsentStatus.UNKNOWN>;

  @Field({ description: 'When they said it.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Field({ description: 'When it was written down here.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;

  @Field(() => ConsentMethod, { description: 'How they said it.' })
  @Column({ type: 'text' })
  method: ConsentMethod;

  @Field(() => String, { nullable: true, description: 'What proves it, such as who took the call. Null when nothing was noted.' })
  @Requires('consent.record')
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the agreement holds. Null where it has no end, and for anything else.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  @Field(() => Int, { description: 'Counted from 1 for each customer, without a gap.' })
  @Column({ type: 'integer', insert: false, update: false })
  seq: number;

  @Field({ description: 'SHA-256 over this event and the hash of the customer’s event before it, in hexadecimal.' })
  @Column({ type: 'text', insert: false, update: false })
  hash: string;

  /** Says where from: no address in clear, no whole IP. */
  @Column({ type: 'jsonb', default: {} })
  proof: ConsentProof;

  @Column({ type: 'uuid' })
  customerId: string;

  /** The consent it belongs to, worked out by the database. */
  @Column({ type: 'uuid', insert: false, update: false })
  consentId: string;

  /** Null: the product itself. */
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  /** What they had before their eyes; null where that is not known. */
  @Column({ type: 'uuid', nullable: true })
  textId: string | null;

  @Column({ type: 'uuid', nullable: true })
  documentId: string | null;
}
