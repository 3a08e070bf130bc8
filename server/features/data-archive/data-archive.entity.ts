import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber } from '../../core/scalars.js';
import type { Locale } from '../../core/words.js';

export enum DataArchiveStatus {
  QUEUED = 'QUEUED',
  READY = 'READY',
  FAILED = 'FAILED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(DataArchiveStatus, {
  name: 'DataArchiveStatus',
  description: 'How far the copy of somebody’s data is.',
  valuesConfig: {
    QUEUED: { description: 'It is being written.' },
    READY: { description: 'Its file can be fetched until `expiresAt`.' },
    FAILED: { description: 'It could not be written. There is no file.' },
    EXPIRED: { description: 'Its time is over, and its file is gone.' },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'A copy of what there is of somebody, made for their request (RGPD, articles 15 and 20): a ZIP file with a page to read, the same as JSON and as tables, and their documents.',
})
export class DataArchive extends Node {
  @Field(() => DataArchiveStatus, { description: 'How far it is.' })
  @Column({ type: 'text', default: DataArchiveStatus.QUEUED })
  status: DataArchiveStatus;

  @Field(() => Float, { nullable: true, description: 'The size of its file, in bytes. Null before there was one.' })
  @Column({ type: 'bigint', transformer: asNumber, nullable: true })
  size: number | null;

  @Field({ description: 'When it was asked for.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when its file is kept. Null before there was one.' })
  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was handed over to the person. Null: it was not.' })
  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the person first fetched it. Null: they did not.' })
  @Column({ type: 'timestamptz', nullable: true })
  collectedAt: Date | null;

  /** The person’s language. */
  @Column({ type: 'text' }) locale: Locale;
  @Column({ type: 'text', nullable: true }) errorCode: string | null;
  /** Of the link that was mailed to them; null: none was. */
  @Column({ type: 'text', nullable: true }) tokenHash: string | null;
  @Column({ type: 'text', nullable: true }) storageKey: string | null;
  @Column({ type: 'text', nullable: true }) sha256: string | null;
  @Column({ type: 'uuid' }) requestId: string;
  @Column({ type: 'uuid' }) customerId: string;
  /** The account of whoever asked. */
  @Column({ type: 'uuid', nullable: true }) userId: string | null;
  @Column({ type: 'uuid', nullable: true }) createdById: string | null;
}

@ObjectType({ description: 'What a mailed link gives. Nothing in it says whose it is.' })
export class DataArchiveHere {
  @Field({ description: 'Our reference of the request it answers.' }) reference: string;
  @Field(() => Float, { description: 'The size of the file, in bytes.' }) size: number;
  @Field({ description: 'Until when it can be fetched.' }) expiresAt: Date;
}
