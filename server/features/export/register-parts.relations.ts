import { type Sql, sql } from '../../core/sql.js';
import { ProcessingActivity } from '../register/processing-activity.entity.js';
import { Processor } from '../register/processor.entity.js';
import { day, type Field, instant, type Part, text } from './customer-parts.relations.js';
import type { ExportKind } from './export-run.entity.js';
import './register-export.words.js';

/** The names of what it is tied to, for whoever reads that field. */
const names = (field: string, key: string, linked: (row: Sql) => Sql): Field => ({
  key,
  field,
  kind: 'text',
  value: (row) => sql`(select string_agg(tied.name, ', ' order by tied.name) from ${linked(row)})`,
});

const read = 'register.read';

export type Register = ExportKind.PROCESSING | ExportKind.PROCESSORS;

/** The registers as files, whole. */
export const registerParts: Record<Register, Part> = {
  PROCESSING: {
    key: 'processing',
    entity: ProcessingActivity,
    permission: read,
    sort: 'name',
    fields: [
      ...text('name', 'purposes'),
      { key: 'legalBases', kind: 'list', of: 'LegalBasis' },
      ...text('people', 'data', 'recipients', 'transfers', 'transferSafeguard', 'retention', 'security', 'responsible'),
      names(
        'processors',
        'processors',
        (row) =>
          sql`processor tied join processing_activity_processor part on part.processor_id = tied.id and part.activity_id = ${row}.id`,
      ),
      ...day('startedOn', 'endedOn'),
      ...instant('updatedAt'),
    ],
  },
  PROCESSORS: {
    key: 'processorRegister',
    entity: Processor,
    permission: read,
    sort: 'name',
    fields: [
      ...text('name', 'service', 'country', 'transferSafeguard'),
      ...day('contractOn'),
      ...text('contractReference', 'subProcessors', 'contact'),
      names(
        'activities',
        'takesPartIn',
        (row) =>
          sql`processing_activity tied join processing_activity_processor part on part.activity_id = tied.id and part.processor_id = ${row}.id`,
      ),
      ...day('endedOn'),
      ...instant('updatedAt'),
    ],
  },
};
