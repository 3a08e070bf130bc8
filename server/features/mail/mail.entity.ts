import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { ConsentPurpose } from '../consent/consent.entity.js';

export enum MailStatus {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  KEPT = 'KEPT',
  FAILED = 'FAILED',
  STOPPED = 'STOPPED',
}
registerEnumType(MailStatus, {
  name: 'MailStatus',
  description: 'Where a mail stands.',
  valuesConfig: {
    QUEUED: { description: 'To be sent, or to be tried again.' },
    SENT: { description: 'The mail server took it.' },
    KEPT: { description: 'Not sent: no mail server is configured.' },
    FAILED: { description: 'The mail server refused it, or could not be reached for long.' },
    STOPPED: { description: 'Not sent: what allowed it, or a file of it, was gone before it left.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A mail of ours, in the outbox.' })
export class Mail extends Node {
  @Field({ description: 'The address it goes to.' })
  @Column({ type: 'text' })
  to: string;

  @Field({ description: 'Its subject line.' })
  @Column({ type: 'text' })
  subject: string;

  @Field({ description: 'The whole mail as plain text.' })
  @Column({ type: 'text' })
  text: string;

  @Field({ description: 'The same as HTML. Show it in a sandboxed frame only.' })
  @Column({ type: 'text' })
  html: string;

  @Field(() => MailStatus, { description: 'Where it stands.' })
  @Column({ type: 'text', default: MailStatus.QUEUED })
  status: MailStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'What the mail server said at the last attempt; of a STOPPED mail the reason, NO_CONSENT or FILE_GONE. Null when nothing went wrong.',
  })
  @Column({ type: 'text', nullable: true })
  error: string | null;

  @Field({ description: 'When it was written.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the mail server took it. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where an answer goes: to whoever wrote it. Null: to the sending address.',
  })
  @Column({ type: 'text', nullable: true })
  replyTo: string | null;

  @Field(() => ConsentPurpose, { description: 'What it is for: what allows it is asked of that as it leaves.' })
  @Column({ type: 'text' })
  purpose: ConsentPurpose;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** It holds a way in: for the outbox of superadmins alone, and without its link once it left. */
  @Column({ type: 'boolean', default: false })
  secret: boolean;

  @Column({ type: 'uuid', nullable: true })
  customerId: string | null;
}
