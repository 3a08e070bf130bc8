import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'What an issued invoice said of somebody who was erased since: kept for the books, and for nothing else.',
})
export class ArchivedInvoice extends Node {
  @Field({ description: 'The invoice’s number.' })
  @Column({ type: 'text' })
  number: string;

  @Field(() => Day, { description: 'The day it was issued.' })
  @Column({ type: 'date' })
  issuedOn: string;

  @Field(() => Day, { description: 'It goes on this day: ten years after the end of the year it was issued in.' })
  @Column({ type: 'date' })
  keepUntil: string;

  @Field({ description: 'When it came here.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  archivedAt: Date;

  /** Read by `openArchivedInvoice` alone, which asks why. */
  @Column({ type: 'jsonb' }) content: unknown;

  @Field(() => ID, { description: 'The invoice that stays, without its buyer.' })
  @Column({ type: 'uuid' })
  invoiceId: string;

  @Column({ type: 'uuid' }) customerId: string;
}
