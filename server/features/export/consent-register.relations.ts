import { type Sql, sql } from '../../core/sql.js';
import { ConsentEvent } from '../consent/consent-event.entity.js';
import { count, type Field, instant, type Part, person, text, word } from './customer-parts.relations.js';

/** A text from a row beside it, for whoever reads that field. */
const ofTheirs = (key: string, field: string, value: (row: Sql) => Sql): Field => ({ key, kind: 'text', field, value });

/** The register of consents: each entry with whom it is of and what proves it. */
export const consentsPart: Part = {
  key: 'register',
  entity: ConsentEvent,
  permission: 'consent.record',
  sort: 'at',
  descending: true,
  fields: [
    ...instant('at', 'recordedAt'),
    ofTheirs('customerReference', 'customer', (row) => sql`(select c.reference from customer c where c.id = ${row}.customer_id)`),
    ofTheirs('customerName', 'customer', (row) => sql`(select c.name from customer c where c.id = ${row}.customer_id)`),
    word('purpose', 'ConsentPurpose'),
    word('channel', 'ConsentChannel'),
    word('action', 'ConsentStatus'),
    word('method', 'ConsentMethod'),
    ...instant('expiresAt'),
    { ...person('actor', sql`actor_id`), field: 'actor' },
    ...text('note'),
    ofTheirs('document', 'document', (row) => sql`(select d.name from document d where d.id = ${row}.document_id)`),
    {
      key: 'textVersion',
      kind: 'count',
      field: 'text',
      value: (row) => sql`(select t.version from consent_text t where t.id = ${row}.text_id)`,
    },
    ofTheirs('textSha256', 'text', (row) => sql`(select t.sha256 from consent_text t where t.id = ${row}.text_id)`),
    ofTheirs('proof', 'proof', (row) => sql`${row}.proof::text`),
    count('seq'),
    ...text('hash'),
  ],
};
