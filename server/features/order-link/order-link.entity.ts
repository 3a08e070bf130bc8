import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { Evidence } from '../matching/weight.rules.js';

export enum OrderLinkStatus {
  PROPOSED = 'PROPOSED',
  LINKED = 'LINKED',
  REFUSED = 'REFUSED',
  UNDONE = 'UNDONE',
}
registerEnumType(OrderLinkStatus, {
  name: 'OrderLinkStatus',
  description: 'What became of the thought that an order is a customer’s.',
  valuesConfig: {
    PROPOSED: { description: 'For somebody to look at.' },
    LINKED: { description: 'The order is that customer’s.' },
    REFUSED: { description: 'Somebody said that it is not. The pair is never proposed again.' },
    UNDONE: { description: 'It was linked by a run that was taken back, or that a later run corrected.' },
  },
});

export enum OrderLinkMethod {
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  EVIDENCE = 'EVIDENCE',
  OTHER_ORDER = 'OTHER_ORDER',
  PERSON = 'PERSON',
}
registerEnumType(OrderLinkMethod, {
  name: 'OrderLinkMethod',
  description: 'By what an order is linked, or would be.',
  valuesConfig: {
    EMAIL: { description: 'The same e-mail address, and nothing against it.' },
    PHONE: { description: 'The same phone number, and nothing against it.' },
    EVIDENCE: { description: 'Several agreements that stand for themselves, above the bar.' },
    OTHER_ORDER: { description: 'The address or number of another order of theirs.' },
    PERSON: { description: 'Somebody’s decision.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'The thought that an order is a customer’s, with what speaks for and against it.' })
export class OrderLink extends Node {
  @Field(() => OrderLinkStatus, { description: 'What became of it.' })
  @Column({ type: 'text' })
  status: OrderLinkStatus;

  @Field(() => OrderLinkMethod, { description: 'By what it was linked; of a proposal, how it would be.' })
  @Column({ type: 'text' })
  method: OrderLinkMethod;

  @Field(() => Float, {
    description: 'How likely the order is this customer’s, from 0 to 1, by the weights of the run (Fellegi and Sunter).',
  })
  @Column({ type: 'double precision' })
  probability: number;

  /** The same in millionths, for lists, written by PostgreSQL. */
  @Column({ type: 'integer', insert: false, update: false })
  score: number;

  /** What a viewer is told of it is the field `evidence`. */
  @Column({ name: 'evidence', type: 'jsonb' }) found: Evidence[];

  @Field(() => [String], {
    description: 'What forbids linking by itself, such as VERIFIED_EMAIL: both have proved addresses, and they differ.',
  })
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  contradictions: string[];

  @Field({ description: 'Somebody decided it: no run changes it any more.' })
  @Column({ type: 'boolean', default: false })
  decided: boolean;

  @Field(() => Date, { nullable: true, description: 'When somebody decided it. Null where nobody did.' })
  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Field({ description: 'When it was first thought of.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid' }) orderId: string;
  @Column({ type: 'uuid' }) customerId: string;
  @Column({ type: 'uuid', nullable: true }) runId: string | null;
  /** The run that took it back, and would give it again if it were undone itself. */
  @Column({ type: 'uuid', nullable: true }) undoneByRunId: string | null;
  @Column({ type: 'uuid', nullable: true }) decidedById: string | null;
}
