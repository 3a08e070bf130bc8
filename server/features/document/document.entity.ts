import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber } from '../../core/scalars.js';

export enum DocumentCategory {
  CONTRACT = 'CONTRACT',
  QUOTE = 'QUOTE',
  INVOICE = 'INVOICE',
  REPORT = 'REPORT',
  PHOTO = 'PHOTO',
  PLAN = 'PLAN',
  IDENTITY = 'IDENTITY',
  OTHER = 'OTHER',
}
registerEnumType(DocumentCategory, {
  name: 'DocumentCategory',
  description: 'What a document is.',
  valuesConfig: {
    CONTRACT: { description: 'A contract, or an amendment to one.' },
    QUOTE: { description: 'A quote.' },
    INVOICE: { description: 'An invoice that came as a file.' },
    REPORT: { description: 'A report, or minutes.' },
    PHOTO: { description: 'A photograph.' },
    PLAN: { description: 'A plan or drawing.' },
    IDENTITY: { description: 'Proof of who somebody is, or of a company.' },
    OTHER: { description: 'Anything else.' },
  },
});

export enum DocumentVisibility {
  INTERNAL = 'INTERNAL',
  CLIENT = 'CLIENT',
  PRESTATAIRE = 'PRESTATAIRE',
  EVERYONE = 'EVERYONE',
}
registerEnumType(DocumentVisibility, {
  name: 'DocumentVisibility',
  description: 'Who sees a document beside our own people and whoever uploaded it.',
  valuesConfig: {
    INTERNAL: { description: 'Nobody.' },
    CLIENT: { description: 'The customer’s people who may see documents, and the reseller who sells to them.' },
    PRESTATAIRE: { description: 'The prestataires of its mission or project.' },
    EVERYONE: { description: 'The customer’s people, the reseller, and the prestataires of its mission or project.' },
  },
});

export enum DocumentTextState {
  PENDING = 'PENDING',
  READ = 'READ',
  EMPTY = 'EMPTY',
  LOCKED = 'LOCKED',
  UNREADABLE = 'UNREADABLE',
}
registerEnumType(DocumentTextState, {
  name: 'DocumentTextState',
  description: 'Whether a PDF is found by what stands in it.',
  valuesConfig: {
    PENDING: { description: 'Not yet: it is read soon.' },
    READ: { description: 'It is. Of very long ones the first 500 pages are.' },
    EMPTY: { description: 'There is no text in it, only pictures: a scan.' },
    LOCKED: { description: 'A password is needed to open it.' },
    UNREADABLE: { description: 'It is broken, or takes too long to read.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A document of a customer, with its versions.' })
export class Document extends Node {
  @Field({ description: 'What it is called: the name of its latest file, until somebody gives it another.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => DocumentCategory, { description: 'What it is.' })
  @Column({ type: 'text' })
  category: DocumentCategory;

  @Field(() => DocumentVisibility, { description: 'Who sees it.' })
  @Column({ type: 'text' })
  visibility: DocumentVisibility;

  @Field({ description: 'The media type of its latest file, as found in its bytes, such as application/pdf.' })
  @Column({ type: 'text' })
  mime: string;

  @Field(() => Float, { description: 'The size of its latest file in bytes, a whole number.' })
  @Column({ type: 'bigint', transformer: asNumber })
  size: number;

  @Field(() => Int, { description: 'The number of its latest version, counted from 1.' })
  @Column({ type: 'integer' })
  versionNumber: number;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Field({ description: 'When it was first uploaded.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When its latest version was uploaded.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => DocumentTextState, {
    nullable: true,
    description: 'Whether it is found by what stands in it. Null for what is no PDF.',
  })
  @Column({ type: 'text', nullable: true })
  textState: DocumentTextState | null;

  @Field(() => ID, { nullable: true, description: 'The project it belongs to. Null when it belongs to none.' })
  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  @Field(() => ID, { nullable: true, description: 'The mission it belongs to. Null when it belongs to none.' })
  @Column({ type: 'uuid', nullable: true })
  missionId: string | null;

  @Column({ type: 'uuid' })
  customerId: string;

  @Column({ type: 'uuid' })
  uploadedById: string;

  /** The latest version's. */
  @Column({ type: 'uuid' })
  versionId: string;
}
