import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { AppendOnly } from '../../core/table.js';
import { ConsentPurpose } from './consent.entity.js';

/** A new wording is a new version: what people agreed to never changes. */
@AppendOnly()
@Entity()
@ObjectType({
  implements: Node,
  description: 'What people are asked to agree to, in one language. It never changes; a new wording is a new version.',
})
export class ConsentText extends Node {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  @Column({ type: 'text' })
  purpose: ConsentPurpose;

  @Field(() => Int, { description: 'Counted from 1 for each purpose; the highest is the current one.' })
  @Column({ type: 'integer' })
  version: number;

  @Field({ description: 'Its language: fr or en.' })
  @Column({ type: 'text' })
  locale: string;

  @Field({ description: 'The words.' })
  @Column({ type: 'text' })
  body: string;

  @Field({ description: 'SHA-256 of the words, in hexadecimal.' })
  @Column({ type: 'text', insert: false, update: false })
  sha256: string;

  @Field({ description: 'Since when people are shown it.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  validFrom: Date;

  /** Null for those the product came with. */
  @Column({ type: 'uuid', nullable: true })
  publishedById: string | null;
}
