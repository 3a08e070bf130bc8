import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum RetentionCategory {
  SESSIONS = 'SESSIONS',
  DEVICES = 'DEVICES',
  WAYS_IN = 'WAYS_IN',
  INVITATIONS = 'INVITATIONS',
  LETTERS = 'LETTERS',
  EXPORTS = 'EXPORTS',
  IMPORT_REPORTS = 'IMPORT_REPORTS',
  NOTIFICATIONS = 'NOTIFICATIONS',
  SHARES = 'SHARES',
  CONTACT_REFUSALS = 'CONTACT_REFUSALS',
  SEGMENT_HISTORY = 'SEGMENT_HISTORY',
  ARCHIVED_INVOICES = 'ARCHIVED_INVOICES',
  MAILS = 'MAILS',
  DATA_REQUESTS = 'DATA_REQUESTS',
  LOOSE_ORDERS = 'LOOSE_ORDERS',
  LEADS = 'LEADS',
  ACCOUNTS = 'ACCOUNTS',
  PROSPECTS = 'PROSPECTS',
  FORMER_CUSTOMERS = 'FORMER_CUSTOMERS',
}
registerEnumType(RetentionCategory, {
  name: 'RetentionCategory',
  description: 'What there is a period for. The list is closed: each is acted on by code of its own.',
  valuesConfig: {
    SESSIONS: { description: 'Sessions that are over, with the address and browser they began from.' },
    DEVICES: { description: 'Known browsers nobody signs in with any more.' },
    WAYS_IN: { description: 'Links, codes and tokens that were used or are over, and registrations nobody confirmed.' },
    INVITATIONS: { description: 'Invitations that were accepted, revoked or are over.' },
    LETTERS: { description: 'Mails of the outbox about no customer: accounts, and the answer to somebody who was erased.' },
    EXPORTS: { description: 'Exports that are over, with what was asked for.' },
    IMPORT_REPORTS: { description: 'Lines of a file that an import refused, with what stood in them.' },
    NOTIFICATIONS: { description: 'Notifications that were read.' },
    SHARES: { description: 'Links to documents that are over, with whom they were for.' },
    CONTACT_REFUSALS: { description: 'That somebody was not reached, since nothing allowed it.' },
    SEGMENT_HISTORY: { description: 'When customers came into segments and left them.' },
    ARCHIVED_INVOICES: { description: 'What the archive keeps of the invoices of people who were erased.' },
    MAILS: { description: 'Mails of the outbox about customers.' },
    DATA_REQUESTS: { description: 'Requests about data that were closed: who asked, and what was said.' },
    LOOSE_ORDERS: { description: 'Who placed orders that belong to no customer.' },
    LEADS: { description: 'Opportunities of nobody who became a customer.' },
    ACCOUNTS: { description: 'Accounts of clients that nobody signs in to any more.' },
    PROSPECTS: { description: 'Customers with whom there never was any business: erased, as on request.' },
    FORMER_CUSTOMERS: { description: 'Customers with whom there was business once: erased, as on request.' },
  },
});

export enum RetentionAction {
  DELETED = 'DELETED',
  PSEUDONYMISED = 'PSEUDONYMISED',
}
registerEnumType(RetentionAction, {
  name: 'RetentionAction',
  description: 'What is done once a period is over.',
  valuesConfig: {
    DELETED: { description: 'The rows go.' },
    PSEUDONYMISED: { description: 'The rows stay, and say no more whose they were.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'How long something is kept, and what happens then.' })
export class RetentionRule extends Node {
  @Field(() => RetentionCategory, { description: 'What it is about.' })
  @Column({ type: 'text' })
  category: RetentionCategory;

  @Field(() => Int, { description: 'How long, in months of the calendar in Paris. It goes the night after its last day.' })
  @Column({ type: 'integer' })
  months: number;

  @Field({ description: 'Off: nothing of it goes by itself.' })
  @Column({ type: 'boolean' })
  active: boolean;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer' })
  version: number;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz' })
  updatedAt: Date;

  @Column({ type: 'uuid', nullable: true }) updatedById: string | null;
}
