import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { Locale } from '../../core/words.js';
import { EmailPurpose } from './email-purpose.entity.js';

@Entity()
@ObjectType({ implements: Node, description: 'An e-mail to customers, written once, in one language.' })
export class EmailTemplate extends Node {
  @Field({ description: 'What we call it. Unique in its language.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => String, { description: 'The language it is written in: fr or en.' })
  @Column({ type: 'text' })
  locale: Locale;

  @Field(() => EmailPurpose, { description: 'What it is for: an e-mail made from it is for the same.' })
  @Column({ type: 'text' })
  purpose: EmailPurpose;

  @Field({ description: 'The subject line, with variables such as {{customer.name}}.' })
  @Column({ type: 'text' })
  subject: string;

  @Field({ description: 'The text, with variables. A blank line begins another paragraph.' })
  @Column({ type: 'text' })
  body: string;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;
}
