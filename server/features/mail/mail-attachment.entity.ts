import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber } from '../../core/scalars.js';

@Entity()
@ObjectType({ implements: Node, description: 'A file that goes with a mail. What is kept of it here is its name.' })
export class MailAttachment extends Node {
  @Field({ description: 'The file’s name, without any path.' })
  @Column({ type: 'text' })
  name: string;

  @Field({ description: 'The media type, as found in its bytes.' })
  @Column({ type: 'text' })
  mime: string;

  @Field(() => Float, { description: 'The size in bytes, a whole number.' })
  @Column({ type: 'bigint', transformer: asNumber })
  size: number;

  @Column({ type: 'uuid' })
  mailId: string;

  /** The document’s version that is sent; null once it was deleted. */
  @Column({ type: 'uuid', nullable: true })
  versionId: string | null;
}
