import { sql } from '../../core/sql.js';
import { byCustomer, byUser, erased, Fate, says, type TableRule } from './personal-data.rules.js';

const { DELETED, PSEUDONYMISED } = Fate;

/** What people asked of us, and files and lines that took their data along. */
export const peopleData: readonly TableRule[] = [
  {
    table: 'data_subject_request',
    fate: PSEUDONYMISED,
    of: ({ customer }) => sql`it.customer_id = ${customer}`,
    own: 'person contact details extension_reason identity_note answer lift_reason',
    fact: 'reference right status origin received_on due_on extended_on identity_proof identified_at closed_at created_at lifted_at objected',
    ours: 'id customer_id user_id created_by_id identified_by_id closed_by_id lifted_by_id reminded_at',
    becomes: {
      person: erased,
      extension_reason: sql`case when it.extended_on is not null then ${erased} end`,
      lift_reason: sql`case when it.lifted_at is not null then ${erased} end`,
    },
    called: sql`it.reference`,
    // What another member of theirs asked is that member's.
    told: (subject) => sql`(it.customer_id = ${subject.customer} and (it.user_id is null or ${byUser(subject)}))`,
    personal: (subject) => sql`(it.customer_id = ${subject.customer} and ${byUser(subject)})`,
  },
  {
    table: 'data_archive',
    fate: DELETED,
    of: byCustomer,
    told: null,
    own: '',
    fact: 'created_at delivered_at collected_at',
    ours: 'id status size expires_at error_code locale token_hash storage_key sha256 request_id customer_id user_id created_by_id',
  },
  {
    table: 'legal_hold',
    fate: PSEUDONYMISED,
    of: ({ customer }) => sql`it.customer_id = ${customer}`,
    own: 'reason',
    fact: 'placed_at lifted_at',
    ours: 'id customer_id placed_by_id lifted_by_id',
    becomes: { reason: erased },
  },
  {
    table: 'export_run',
    fate: DELETED,
    of: (subject) => sql`(it.customer_id = ${subject.customer} or ${says(sql`it.options::text`, subject)}
      or it.kind in ('CUSTOMERS', 'CONSENTS', 'REQUESTS') and it.status = 'DONE' or it.created_by_id = any(${subject.users}))`,
    own: 'options file_name',
    fact: 'kind format status created_at finished_at',
    ours: `id total_rows done_rows attempts size expires_at error_code created_by_id portal locale customer_id storage_key sha256`,
    called: sql`it.file_name`,
    told: ({ customer, users }) => sql`(it.customer_id = ${customer} or it.created_by_id = any(${users}))`,
    personal: ({ users }) => sql`it.created_by_id = any(${users})`,
  },
  {
    table: 'import_refusal',
    fate: DELETED,
    of: (subject) => sql`(it.value = any(${subject.known}) or ${says(sql`it.value`, subject)})`,
    own: 'value',
    fact: '',
    ours: 'id import_run_id line code column',
  },
  {
    table: 'import_customer',
    fate: DELETED,
    of: () => sql`true`,
    own: 'key siret data',
    fact: '',
    ours: 'line first',
    told: null,
  },
  {
    table: 'import_line',
    fate: DELETED,
    of: () => sql`true`,
    own: 'customer email phone valid_email valid_phone name address city postal_code country',
    fact: 'number status currency sku description quantity unit_price unit_price_cents total_cents',
    ours: 'line placed_day_first placed_month_first',
    told: null,
  },
  {
    table: 'order_link_run',
    fate: PSEUDONYMISED,
    of: ({ known }) => sql`exists (select from jsonb_array_elements(it.sample) one, jsonb_each_text(one) said
      where said.value = any(${known}))`,
    own: 'sample',
    fact: '',
    ours: `id status origin dry_run force bar progress seen linked moved unlinked proposed model created_by_id created_at finished_at undone_by_id
      undone_at`,
    becomes: { sample: sql`'[]'::jsonb` },
    told: null,
  },
  {
    table: 'presence',
    fate: DELETED,
    of: ({ customer }) => sql`it.place = ${customer}`,
    own: '',
    fact: 'since',
    ours: 'life id place person subject',
    told: null,
  },
];
