import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'Ties a client’s user to a customer, and says what of it they may see.' })
export class Membership extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'uuid' }) customerId: string;
  @Field({ description: 'Invoices, payments, balance.' }) @Column({ type: 'boolean' }) finance: boolean;
  @Field({ description: 'Documents shared with the client.' }) @Column({ type: 'boolean' }) documents: boolean;
  @Field({ description: 'Projects with their milestones and comments.' }) @Column({ type: 'boolean' }) projects: boolean;
  @Field({ description: 'Support tickets.' }) @Column({ type: 'boolean' }) tickets: boolean;

  @Field({ description: 'Since when.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}

export type MemberPermission = 'finance' | 'documents' | 'projects' | 'tickets';
