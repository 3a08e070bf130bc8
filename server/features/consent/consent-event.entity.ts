import { Field, ObjectType, registerEnumType } from 'type-graphql';
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
  },
});

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

  @Field(() => ConsentStatus, { description: 'GRANTED or WITHDRAWN.' })
  @Column({ type: 'text' })
  action: ConsentStatus.GRANTED | ConsentStatus.WITHDRAWN;

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
