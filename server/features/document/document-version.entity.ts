import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber } from '../../core/scalars.js';

@Entity()
@ObjectType({ implements: Node, description: 'A document as it was at one time.' })
export class DocumentVersion extends Node {
  @Field(() => Int, { description: 'Counted from 1.' })
  @Column({ type: 'integer' })
  number: number;

  @Field({ description: 'The file’s name, without any path.' })
  @Column({ type: 'text' })
  fileName: string;

  @Field({ description: 'The media type, as found in its bytes.' })
  @Column({ type: 'text' })
  mime: string;

  @Field(() => Float, { description: 'The size in bytes, a whole number.' })
  @Column({ type: 'bigint', transformer: asNumber })
  size: number;

  @Field({ description: 'The SHA-256 of its bytes, in hexadecimal.' })
  @Column({ type: 'text' })
  sha256: string;

  @Field({ description: 'When it was uploaded, or brought back.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the older version it brings back. Null where it was uploaded.',
  })
  @Column({ type: 'integer', nullable: true })
  restoredFrom: number | null;

  /** Where the storage keeps it; a name of our own, which a version that brings another back shares with that. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'uuid' })
  documentId: string;

  @Column({ type: 'uuid' })
  uploadedById: string;
}
