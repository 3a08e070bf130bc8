import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** Ties a client's user to a customer, and says what of it they may see. */
@Entity()
export class Membership extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'uuid' }) customerId: string;
  /** Invoices, payments, balance. */
  @Column({ type: 'boolean' }) finance: boolean;
  /** Documents shared with the client. */
  @Column({ type: 'boolean' }) documents: boolean;
  /** Projects with their milestones and comments. */
  @Column({ type: 'boolean' }) projects: boolean;
  /** Support tickets. */
  @Column({ type: 'boolean' }) tickets: boolean;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

export type MemberPermission = 'finance' | 'documents' | 'projects' | 'tickets';
