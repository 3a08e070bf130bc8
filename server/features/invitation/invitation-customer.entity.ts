import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'A customer that an invitation makes somebody a member of, and what of it they will see.',
})
export class InvitationCustomer extends Node {
  @Column({ type: 'uuid' }) invitationId: string;
  @Column({ type: 'uuid' }) customerId: string;

  @Field({ description: 'Invoices, payments, balance.' }) @Column({ type: 'boolean' }) finance: boolean;
  @Field({ description: 'Documents shared with the client.' }) @Column({ type: 'boolean' }) documents: boolean;
  @Field({ description: 'Projects with their milestones and comments.' }) @Column({ type: 'boolean' }) projects: boolean;
  @Field({ description: 'Support tickets.' }) @Column({ type: 'boolean' }) tickets: boolean;
}
