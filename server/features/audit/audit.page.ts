import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { AuditEntry } from '../../core/audit.entity.js';
import { Outcome } from '../../core/audit-row.js';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';

export const AuditEntryConnection = Connection(AuditEntry);

export enum AuditEntrySort {
  AT = 'at',
}
registerEnumType(AuditEntrySort, {
  name: 'AuditEntrySort',
  description: 'What audit entries are sorted by.',
  valuesConfig: { AT: { description: 'When it happened.' } },
});

@InputType({ description: 'Which audit entries. All conditions hold together.' })
export class AuditEntryFilter {
  @Field(() => ID, { nullable: true, description: 'Of this user, also where they saw the product as somebody else.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this action, such as invoice.issue.' })
  @Text({ max: 100 })
  action?: string | null;

  @Field(() => Outcome, { nullable: true, description: 'What came of it.' }) outcome?: Outcome | null;

  @Field(() => String, { nullable: true, description: 'On objects of this type, such as Invoice.' })
  @Text({ max: 100 })
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'On this object.' }) subjectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'On this customer, and on what is theirs.' }) customerId?: string | null;
  @Field(() => Date, { nullable: true, description: 'At this instant or later.' }) from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Before this instant.' }) before?: Date | null;
}

@ArgsType()
export class AuditEntryPage extends Page {
  @Field(() => AuditEntrySort, { defaultValue: AuditEntrySort.AT, description: 'What to sort by.' }) sort: AuditEntrySort;
  @Field(() => AuditEntryFilter, { nullable: true, description: 'Which ones.' }) filter?: AuditEntryFilter | null;
}

@ArgsType()
export class HistoryPage extends Page {
  @Field(() => AuditEntrySort, { defaultValue: AuditEntrySort.AT, description: 'What to sort by.' }) sort: AuditEntrySort;
}
