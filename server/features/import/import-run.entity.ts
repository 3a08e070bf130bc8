import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { asNumber } from '../../core/scalars.js';

export enum ImportKind {
  ORDERS = 'ORDERS',
  CUSTOMERS = 'CUSTOMERS',
}
registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What a file brings.',
  valuesConfig: {
    ORDERS: { description: 'Orders with their lines and customers.' },
    CUSTOMERS: { description: 'Customers with their contacts and addresses.' },
  },
});

export enum ImportStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'How far an import got.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being read or written.' },
    DONE: { description: 'The whole file was dealt with; refused lines are listed.' },
    FAILED: { description: 'It stopped; `error` says why. The same file may be sent again: nothing comes twice.' },
  },
});

/** A count of an import, which only grows. */
const Count = (description: string): PropertyDecorator => {
  const decorators = [Field(() => Int, { description }), Column({ type: 'integer', default: 0 })];
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property as string);
  };
};

@Entity()
@ObjectType({ implements: Node, description: 'The import of a file.' })
export class ImportRun extends Node {
  @Field(() => ImportKind, { description: 'What the file brings.' })
  @Column({ type: 'text' })
  kind: ImportKind;

  @Field(() => ImportStatus, { description: 'How far it got.' })
  @Column({ type: 'text' })
  status: ImportStatus;

  @Field({ description: 'The file’s name, as it was sent.' })
  @Column({ type: 'text' })
  fileName: string;

  @Field({ description: 'It only says what it would do: nothing is written.' })
  @Column({ type: 'boolean' })
  dryRun: boolean;

  @Field(() => String, { nullable: true, description: 'ISO 4217: the currency of orders that name none. Null for other files.' })
  @Column({ type: 'text', nullable: true })
  currency: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The size of the file as it was sent, in bytes. Null where it is not known before its end.',
  })
  @Column({ type: 'bigint', transformer: asNumber, nullable: true })
  totalBytes: number | null;

  @Field(() => Float, { description: 'How much of the file is read, in bytes.' })
  @Column({ type: 'bigint', transformer: asNumber, default: 0 })
  doneBytes: number;

  @Field(() => Float, {
    description: 'How much of the work is done, from 0 to 1: reading the file, then writing what it brings.',
  })
  @Column({ type: 'double precision', default: 0 })
  progress: number;

  @Count('Lines of the file, without its header.') read: number;
  @Count('Orders, or customers, that are new.') created: number;
  @Count('Orders, or customers, that were there and changed.') updated: number;
  @Count('Orders, or customers, that were there just so, or are left as they are.') unchanged: number;
  @Count('Lines that were refused.') refusedTotal: number;
  @Count('Different order numbers in the file.') orders: number;
  @Count('Different customers in the file.') customers: number;

  @Field({ description: 'When it was asked for.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended, well or badly. Null before.' })
  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  /** Why it failed, as a code with its words. */
  @Column({ type: 'text', nullable: true })
  errorCode: string | null;

  @Column({ type: 'jsonb', nullable: true })
  errorParams: Record<string, string | number> | null;

  /** Null: the command line asked. */
  @Column({ type: 'uuid', nullable: true })
  createdById: string | null;

  /** Where the sent file lies until it is dealt with. */
  @Column({ type: 'text', nullable: true })
  storageKey: string | null;

  /** What the sender said about the file, such as its columns. */
  @Column({ type: 'jsonb' })
  options: object;
}
