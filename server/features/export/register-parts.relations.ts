import { visible } from '../../core/access.js';
import { type Sql, sql } from '../../core/sql.js';
import { DataBreach } from '../data-breach/data-breach.entity.js';
import { DataBreachEntry } from '../data-breach/data-breach-entry.entity.js';
import { DataSubjectRequest } from '../data-subject-request/data-subject-request.entity.js';
import { ProcessingActivity } from '../register/processing-activity.entity.js';
import { Processor } from '../register/processor.entity.js';
import { count, day, type Field, instant, type Part, text, word } from './customer-parts.relations.js';
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

export type Register = ExportKind.PROCESSING | ExportKind.PROCESSORS | ExportKind.BREACHES | ExportKind.REQUESTS;

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
  BREACHES: {
    key: 'breaches',
    entity: DataBreach,
    permission: read,
    sort: 'awareAt',
    descending: true,
    fields: [
      ...text('title', 'reference', 'description'),
      { key: 'natures', kind: 'list', of: 'BreachNature' },
      ...instant('awareAt', 'happenedAt'),
      ...text('people'),
      count('peopleCount'),
      ...text('records'),
      count('recordCount'),
      ...text('consequences', 'measures'),
      word('risk', 'BreachRisk'),
      ...text('noRiskReason'),
      ...instant('dueAt', 'notifiedAt'),
      ...text('notificationReference', 'lateReason'),
      ...instant('peopleToldAt'),
      ...text('peopleNotToldReason'),
      {
        key: 'followUp',
        field: 'entries',
        kind: 'text',
        value: (row, viewer) => sql`(
          select string_agg(to_char(said.at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') || ' ' || said.body, E'\\n' order by said.at)
          from data_breach_entry said where said.breach_id = ${row}.id and ${visible(viewer, DataBreachEntry, sql`said`)})`,
      },
      ...instant('closedAt'),
    ],
  },
  REQUESTS: {
    key: 'requestRegister',
    entity: DataSubjectRequest,
    permission: read,
    sort: 'receivedOn',
    fields: [
      ...text('reference'),
      word('right', 'DataSubjectRight'),
      word('status', 'DataSubjectRequestStatus'),
      word('origin', 'RequestOrigin'),
      ...text('person'),
      {
        key: 'customerReference',
        field: 'customer',
        kind: 'text',
        value: (row) => sql`(select c.reference from customer c where c.id = ${row}.customer_id)`,
      },
      ...day('receivedOn', 'dueOn', 'extendedOn'),
      ...text('extensionReason'),
      word('identityProof', 'IdentityProof'),
      ...instant('identifiedAt', 'closedAt'),
      ...text('answer'),
      { key: 'objected', kind: 'list', of: 'ConsentPurpose' },
      ...instant('liftedAt'),
      ...text('liftReason'),
    ],
  },
};
