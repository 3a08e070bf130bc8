import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber } from '../../core/scalars.js';
import type { Locale } from '../../core/words.js';

export enum ExportKind {
  CUSTOMER = 'CUSTOMER',
  CUSTOMERS = 'CUSTOMERS',
  CONSENTS = 'CONSENTS',
  PROCESSING = 'PROCESSING',
  PROCESSORS = 'PROCESSORS',
  BREACHES = 'BREACHES',
  REQUESTS = 'REQUESTS',
}
registerEnumType(ExportKind, {
  name: 'ExportKind',
  description: 'What an export takes along.',
  valuesConfig: {
    CUSTOMER: { description: 'One customer, with all that hangs on them.' },
    CUSTOMERS: { description: 'A list of customers, a row each.' },
    CONSENTS: { description: 'The register of consents with what proves them, a row each.' },
    PROCESSING: { description: 'The register of processing, an activity each.' },
    PROCESSORS: { description: 'The register of processors.' },
    BREACHES: { description: 'The register of breaches, with what was written down since.' },
    REQUESTS: { description: 'The register of requests about people’s data.' },
  },
});

export enum ExportFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
  JSON = 'JSON',
  PDF = 'PDF',
}
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'What kind of file an export is.',
  valuesConfig: {
    CSV: { description: 'A table as text, in UTF-8 with a byte order mark.' },
    XLSX: { description: 'A workbook: dates are dates, amounts are numbers.' },
    JSON: { description: 'For programs: names and values as in this schema, amounts in cents.' },
    PDF: { description: 'A sheet to print. Of one customer only.' },
  },
});

export enum ExportStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(ExportStatus, {
  name: 'ExportStatus',
  description: 'How far an export got.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being written.' },
    DONE: { description: 'Its file can be fetched until `expiresAt`.' },
    FAILED: { description: 'It stopped; `error` says why. There is no file.' },
    CANCELLED: { description: 'Somebody stopped it. There is no file.' },
    EXPIRED: { description: 'Its time is over, and its file is gone.' },
  },
});

/** What was asked for. */
export interface ExportOptions {
  /** Of one customer: the timeline too. */
  history?: boolean;
  /** Of several: only these. */
  ids?: readonly string[] | null;
  /** Of several: a `CustomerFilter`; of consents a `ConsentRegisterFilter`. */
  filter?: object | null;
}

@Entity()
@ObjectType({ implements: Node, description: 'A file that somebody asked for, made in the background and kept for a while.' })
export class ExportRun extends Node {
  @Field(() => ExportKind, { description: 'What it takes along.' })
  @Column({ type: 'text' })
  kind: ExportKind;

  @Field(() => ExportFormat, { description: 'What kind of file it is.' })
  @Column({ type: 'text' })
  format: ExportFormat;

  @Field(() => ExportStatus, { description: 'How far it got.' })
  @Column({ type: 'text', default: ExportStatus.QUEUED })
  status: ExportStatus;

  @Field({ description: 'The name its file is saved under.' })
  @Column({ type: 'text' })
  fileName: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many customers, or entries of the register, it takes along. Null before it began.',
  })
  @Column({ type: 'integer', nullable: true })
  totalRows: number | null;

  @Field(() => Int, { description: 'How many of them are written.' })
  @Column({ type: 'integer', default: 0 })
  doneRows: number;

  @Field(() => Int, {
    description: 'How often it was begun. More than once: it was cut off, and begun again from its start.',
  })
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Field(() => Float, { nullable: true, description: 'The size of the file, in bytes. Null while there is none.' })
  @Column({ type: 'bigint', transformer: asNumber, nullable: true })
  size: number | null;

  @Field({ description: 'When it was asked for.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended, well or badly. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when its file is kept. Null while there is none.' })
  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  /** Why it failed, as a code with its words. */
  @Column({ type: 'text', nullable: true })
  errorCode: string | null;

  @Column({ type: 'uuid' })
  createdById: string;

  /** The portal they stood in: the file holds what they see there. */
  @Column({ type: 'text' })
  portal: string;

  @Column({ type: 'text' })
  locale: Locale;

  @Column({ type: 'jsonb', default: {} })
  options: ExportOptions;

  /** Of one customer: which. */
  @Column({ type: 'uuid', nullable: true })
  customerId: string | null;

  @Column({ type: 'text', nullable: true })
  storageKey: string | null;

  @Column({ type: 'text', nullable: true })
  sha256: string | null;
}
