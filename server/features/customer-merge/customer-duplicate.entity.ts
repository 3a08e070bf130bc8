import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { Evidence } from '../matching/weight.rules.js';

export enum CustomerDuplicateStatus {
  OPEN = 'OPEN',
  REFUSED = 'REFUSED',
}
registerEnumType(CustomerDuplicateStatus, {
  name: 'CustomerDuplicateStatus',
  description: 'What became of the thought that two customers are one.',
  valuesConfig: {
    OPEN: { description: 'For somebody to look at.' },
    REFUSED: { description: 'Somebody said that they are two. The pair is never proposed again.' },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'The thought that two customers are one and the same, with what speaks for and against it.',
})
export class CustomerDuplicate extends Node {
  @Field(() => CustomerDuplicateStatus, { description: 'What became of it.' })
  @Column({ type: 'text' })
  status: CustomerDuplicateStatus;

  @Field(() => Float, { description: 'How likely they are one, from 0 to 1 (Fellegi and Sunter).' })
  @Column({ type: 'double precision' })
  probability: number;

  /** The same in millionths, for lists, written by PostgreSQL. */
  @Column({ type: 'integer', insert: false, update: false })
  score: number;

  /** What a viewer is told of it is the field `evidence`. */
  @Column({ name: 'evidence', type: 'jsonb' }) found: Evidence[];

  @Field({ description: 'When it was first thought of.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody decided it. Null where nobody did.' })
  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  /** The older of the two; the smaller id. */
  @Column({ type: 'uuid' }) aId: string;
  @Column({ type: 'uuid' }) bId: string;
  @Column({ type: 'uuid', nullable: true }) decidedById: string | null;
}
