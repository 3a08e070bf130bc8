import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum StorageKind {
  FOLDER = 'FOLDER',
  OBJECT_STORE = 'OBJECT_STORE',
}
registerEnumType(StorageKind, {
  name: 'StorageKind',
  description: 'Where files are kept.',
  valuesConfig: {
    FOLDER: { description: 'In a folder of the server.' },
    OBJECT_STORE: { description: 'In a store that speaks S3.' },
  },
});

@ObjectType({ description: 'The database, as it says itself.' })
class DatabaseStatus {
  @Field({ description: 'PostgreSQL’s version, such as 18.4.' }) version: string;
  @Field(() => Float, { description: 'Bytes on disk.' }) sizeBytes: number;
  @Field(() => Int, { description: 'Open connections to it, of every process.' }) connections: number;
  @Field(() => Int, { description: 'How many it allows.' }) maxConnections: number;
  @Field(() => Date, { description: 'When it was started.' }) startedAt: Date;
  @Field({ description: 'The name of the last migration that ran.' }) lastMigration: string;
}

@ObjectType({ description: 'Work done in the background.' })
class JobsStatus {
  @Field(() => Int, { description: 'Waiting for their turn, or for another attempt.' }) queued: number;
  @Field(() => Int, { description: 'Under way.' }) running: number;
  @Field(() => Int, { description: 'Given up after their last attempt.' }) failed: number;
  @Field(() => Date, { nullable: true, description: 'Since when the oldest that is due has been waiting. Null when none is.' })
  oldestDueAt: Date | null;
}

@ObjectType({ description: 'Mails in the outbox.' })
class OutboxStatus {
  @Field(() => Int, { description: 'To be sent.' }) queued: number;
  @Field(() => Int, { description: 'Sent.' }) sent: number;
  @Field(() => Int, { description: 'Kept, since no mail server is configured.' }) kept: number;
  @Field(() => Int, { description: 'Refused by the mail server.' }) failed: number;
}

/** Not an entity: it is read off the running system. */
@ObjectType({ description: 'How the product is doing, at this moment.' })
export class SystemStatus {
  @Field({ description: 'The product’s version.' }) version: string;
  @Field({ description: 'Node.js’s version.' }) nodeVersion: string;
  @Field(() => Date, { description: 'When the process that answers was started.' }) startedAt: Date;
  @Field(() => Float, { description: 'Bytes of memory that this process holds.' }) memoryBytes: number;
  @Field(() => Boolean, { description: 'Whether this process hears at once what happens in others.' }) listening: boolean;
  @Field(() => StorageKind, { description: 'Where files are kept.' }) storage: StorageKind;
  @Field(() => DatabaseStatus, { description: 'The database.' }) database: DatabaseStatus;
  @Field(() => JobsStatus, { description: 'Background work.' }) jobs: JobsStatus;
  @Field(() => OutboxStatus, { description: 'The mail outbox.' }) mails: OutboxStatus;
}
