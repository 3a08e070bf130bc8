import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { AuditEntryFilter } from './audit.page.js';

@InputType({ description: 'Which audit entries to export.' })
export class ExportAuditEntriesInput {
  @Field(() => AuditEntryFilter, { nullable: true, description: 'Which ones; all of them without it.' })
  filter?: AuditEntryFilter | null;
}

@ObjectType({ description: 'The answer to `exportAuditEntries`.' })
export class ExportAuditEntriesPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where to fetch them as CSV: an address that works for some minutes.' })
  downloadUrl?: string;
}
