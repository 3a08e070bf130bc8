import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum DocumentShareState {
  OPEN = 'OPEN',
  EXPIRED = 'EXPIRED',
  USED_UP = 'USED_UP',
  REVOKED = 'REVOKED',
}
registerEnumType(DocumentShareState, {
  name: 'DocumentShareState',
  description: 'Whether a link gives its document.',
  valuesConfig: {
    OPEN: { description: 'It does.' },
    EXPIRED: { description: 'Its time is over.' },
    USED_UP: { description: 'It was downloaded as often as it may be.' },
    REVOKED: { description: 'It was taken back.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A link by which somebody without an account gets the latest file of a document.' })
export class DocumentShare extends Node {
  @Field(() => String, { nullable: true, description: 'Whom it is for, as a reminder. Null when nobody said.' })
  @Column({ type: 'text', nullable: true })
  recipient: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it may be downloaded. Null: as often as they like.' })
  @Column({ type: 'integer', nullable: true })
  mostDownloads: number | null;

  @Field(() => Int, { description: 'How often it was downloaded.' })
  @Column({ type: 'integer', default: 0 })
  downloads: number;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'Until when it works.' })
  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last opened or downloaded. Null when it never was.' })
  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back. Null when it was not.' })
  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'uuid' }) documentId: string;
  @Column({ type: 'uuid' }) createdById: string;
  @Column({ type: 'text' }) tokenHash: string;
  /** Null: the link is enough. */
  @Column({ type: 'text', nullable: true }) passwordHash: string | null;
}

/** Not the entity: for whoever holds the link, and only while it works. */
@ObjectType({ description: 'What whoever holds a link to a document may know before they download it.' })
export class SharedDocument {
  @Field({ description: 'What it is called.' }) name: string;
  @Field(() => Float, { description: 'The size of its file in bytes, a whole number.' }) size: number;
  @Field({ description: 'The media type of its file.' }) mime: string;
  @Field({ description: 'The name of whoever shares it.' }) sharedBy: string;
  @Field({ description: 'Until when the link works.' }) expiresAt: Date;
  @Field({ description: 'A password is asked for.' }) hasPassword: boolean;
  @Field(() => Int, { nullable: true, description: 'How often it may still be downloaded. Null: as often as one likes.' })
  downloadsLeft: number | null;
}
