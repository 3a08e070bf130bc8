import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum NotificationKind {
  MISSION_ASSIGNED = 'MISSION_ASSIGNED',
  MISSION_STATUS_CHANGED = 'MISSION_STATUS_CHANGED',
  MISSION_RESCHEDULED = 'MISSION_RESCHEDULED',
  MISSION_APPLICATION = 'MISSION_APPLICATION',
  PROJECT_STATUS_CHANGED = 'PROJECT_STATUS_CHANGED',
  COMMENT_ADDED = 'COMMENT_ADDED',
  DOCUMENT_ADDED = 'DOCUMENT_ADDED',
  INVOICE_ISSUED = 'INVOICE_ISSUED',
  PAYMENT_RECEIVED = 'PAYMENT_RECEIVED',
  OPPORTUNITY_STAGE_CHANGED = 'OPPORTUNITY_STAGE_CHANGED',
  OPPORTUNITY_NOTE_ADDED = 'OPPORTUNITY_NOTE_ADDED',
  CUSTOMER_ASSIGNED = 'CUSTOMER_ASSIGNED',
  CUSTOMER_CREATED = 'CUSTOMER_CREATED',
  IMPORT_FINISHED = 'IMPORT_FINISHED',
  EXPORT_READY = 'EXPORT_READY',
  EXPORT_FAILED = 'EXPORT_FAILED',
  SEGMENT_MOVED = 'SEGMENT_MOVED',
  MENTIONED = 'MENTIONED',
  DATA_REQUEST_RECEIVED = 'DATA_REQUEST_RECEIVED',
  DATA_REQUEST_DUE = 'DATA_REQUEST_DUE',
  DATA_REQUEST_ANSWERED = 'DATA_REQUEST_ANSWERED',
  DATA_BREACH_DUE = 'DATA_BREACH_DUE',
  DATA_BREACH_OVERDUE = 'DATA_BREACH_OVERDUE',
  DATA_ARCHIVE_READY = 'DATA_ARCHIVE_READY',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notification tells.',
  valuesConfig: {
    MISSION_ASSIGNED: { description: 'A mission was given to you.' },
    MISSION_STATUS_CHANGED: { description: 'A mission of yours went on to another status.' },
    MISSION_RESCHEDULED: { description: 'A mission of yours is planned for another time.' },
    MISSION_APPLICATION: { description: 'Somebody applied for a mission, or the answer to your application.' },
    PROJECT_STATUS_CHANGED: { description: 'A project of yours went on to another status.' },
    COMMENT_ADDED: { description: 'Somebody commented on a project of yours.' },
    DOCUMENT_ADDED: { description: 'A document was shared with you.' },
    INVOICE_ISSUED: { description: 'You got an invoice.' },
    PAYMENT_RECEIVED: { description: 'A payment came in.' },
    OPPORTUNITY_STAGE_CHANGED: { description: 'An opportunity of yours went on to another stage.' },
    OPPORTUNITY_NOTE_ADDED: { description: 'Somebody wrote a note on an opportunity of yours.' },
    CUSTOMER_ASSIGNED: { description: 'A customer was given to you.' },
    CUSTOMER_CREATED: { description: 'Somebody made a customer, and you follow new ones.' },
    IMPORT_FINISHED: { description: 'An import you started has ended.' },
    EXPORT_READY: { description: 'A file you asked for is ready.' },
    EXPORT_FAILED: { description: 'A file you asked for could not be made.' },
    SEGMENT_MOVED: { description: 'Customers came into a segment you follow, or left it.' },
    MENTIONED: { description: 'Somebody named you in an entry of a timeline.' },
    DATA_REQUEST_RECEIVED: { description: 'Somebody asked for a right over their data.' },
    DATA_REQUEST_DUE: { description: 'A request about data is to be answered soon, or should have been.' },
    DATA_ARCHIVE_READY: { description: 'A copy of somebody’s data that you asked for can be looked through and handed over.' },
    DATA_BREACH_DUE: { description: 'The CNIL is to be told of a breach soon.' },
    DATA_BREACH_OVERDUE: { description: 'The 72 hours to tell the CNIL of a breach are over.' },
    DATA_REQUEST_ANSWERED: { description: 'Your request about your data was answered, or takes longer.' },
  },
});

/** What is kept to say each kind's title: a detail `status` is an enum value, money is `amountCents` with `currency`, an instant ISO 8601. */
export interface NotificationDetails {
  [NotificationKind.MISSION_ASSIGNED]: { mission: string };
  [NotificationKind.MISSION_STATUS_CHANGED]: { mission: string; status: string };
  [NotificationKind.MISSION_RESCHEDULED]: { mission: string; start: string; end: string };
  [NotificationKind.MISSION_APPLICATION]: { mission: string; status: string; person: string };
  [NotificationKind.PROJECT_STATUS_CHANGED]: { project: string; status: string };
  [NotificationKind.COMMENT_ADDED]: { project: string; person: string };
  [NotificationKind.DOCUMENT_ADDED]: { document: string; person: string };
  [NotificationKind.INVOICE_ISSUED]: { number: string; amountCents: number; currency: string };
  [NotificationKind.PAYMENT_RECEIVED]: { number: string; amountCents: number; currency: string };
  [NotificationKind.OPPORTUNITY_STAGE_CHANGED]: { opportunity: string; stageFr: string; stageEn: string };
  [NotificationKind.OPPORTUNITY_NOTE_ADDED]: { opportunity: string; person: string };
  [NotificationKind.CUSTOMER_ASSIGNED]: { customer: string };
  [NotificationKind.CUSTOMER_CREATED]: { customer: string; person: string };
  [NotificationKind.IMPORT_FINISHED]: { file: string; created: number; updated: number; refused: number };
  [NotificationKind.EXPORT_READY]: { file: string };
  [NotificationKind.EXPORT_FAILED]: { file: string };
  [NotificationKind.SEGMENT_MOVED]: { segmentFr: string; segmentEn: string; entered: number; left: number };
  [NotificationKind.MENTIONED]: { person: string; customer: string };
  [NotificationKind.DATA_REQUEST_RECEIVED]: { right: string; reference: string };
  [NotificationKind.DATA_REQUEST_DUE]: { right: string; reference: string; dueOn: string };
  [NotificationKind.DATA_ARCHIVE_READY]: { reference: string };
  [NotificationKind.DATA_BREACH_DUE]: { reference: string; dueAt: string };
  [NotificationKind.DATA_BREACH_OVERDUE]: { reference: string; dueAt: string };
  [NotificationKind.DATA_REQUEST_ANSWERED]: { reference: string; status: string };
}

@Entity()
@ObjectType({ implements: Node, description: 'Something that happened and that one person wants to know.' })
export class Notification extends Node {
  @Field(() => NotificationKind, { description: 'What it tells.' })
  @Column({ type: 'text' })
  kind: NotificationKind;

  /** What its title is said from. */
  @Column({ type: 'jsonb', default: {} })
  details: Record<string, string | number>;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the portal to look, such as /missions/<id>. Null when nowhere in particular.',
  })
  @Column({ type: 'text', nullable: true })
  link: string | null;

  @Field({ description: 'When it happened.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When you marked it as read; null while you have not.' })
  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;

  @Column({ type: 'uuid' })
  userId: string;
}
