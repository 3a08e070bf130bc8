import { sql } from '../../core/sql.js';
import { byCustomer, erased, Fate, type TableRule } from './personal-data.rules.js';

const { DELETED, PSEUDONYMISED, KEPT } = Fate;

/** What hangs on a customer’s record. The order is that of an erasure: parts before what they are part of. */
export const customerData: readonly TableRule[] = [
  {
    table: 'activity',
    fate: DELETED,
    of: ({ customer, known }) =>
      sql`(it.customer_id = ${customer} or exists (select from jsonb_each_text(it.details) said where said.value = any(${known})))`,
    own: 'typed_title body details',
    fact: 'kind occurred_at',
    ours: 'id customer_id audience author_id subject_type subject_id pinned mentions edited_at',
    called: sql`coalesce(it.typed_title, it.kind)`,
  },
  {
    table: 'activity_document',
    fate: DELETED,
    of: ({ customer }) => sql`it.document_id in (select id from document where customer_id = ${customer})`,
    own: '',
    fact: '',
    ours: 'activity_id document_id',
  },
  {
    table: 'custom_field_value',
    fate: DELETED,
    of: byCustomer,
    own: 'text number date choice_id plain_text',
    fact: '',
    ours: 'id customer_id field_id',
  },
  {
    table: 'work_order',
    fate: PSEUDONYMISED,
    of: byCustomer,
    own: 'description vehicle_id',
    fact: 'reference status planned_on amount_cents done_at created_at',
    ours: 'id customer_id version',
    becomes: { description: erased },
    called: sql`it.reference`,
  },
  {
    table: 'vehicle',
    fate: DELETED,
    of: byCustomer,
    own: 'plate country vin vin_check brand model year mileage_km',
    fact: 'created_at',
    ours: 'id customer_id',
    called: sql`it.plate`,
  },
  { table: 'document_page', fate: DELETED, of: inDocument, own: 'text words', fact: '', ours: 'document_id number' },
  {
    table: 'document_share',
    fate: DELETED,
    of: inDocument,
    own: 'recipient',
    fact: 'created_at expires_at last_used_at revoked_at downloads',
    ours: 'id document_id token_hash password_hash most_downloads created_by_id',
  },
  {
    table: 'document_version',
    fate: DELETED,
    of: inDocument,
    own: 'file_name',
    fact: 'number mime size created_at',
    ours: 'id document_id sha256 key uploaded_by_id restored_from',
    called: sql`it.file_name`,
  },
  {
    table: 'document',
    fate: DELETED,
    of: ({ customer }) => sql`it.customer_id = ${customer} and ${provesNothing}`,
    own: 'name words',
    fact: 'category mime size created_at updated_at',
    ours: 'id customer_id project_id mission_id visibility version_number version_id uploaded_by_id version text_state',
    called: sql`it.name`,
  },
  {
    table: 'consent_event',
    fate: KEPT,
    of: byCustomer,
    own: 'note',
    fact: 'purpose channel action at recorded_at method expires_at proof',
    ours: 'id customer_id consent_id actor_id text_id document_id seq previous_hash hash note_sha256',
    why: 'KEPT_AS_PROOF',
    years: 5,
    since: sql`it.at`,
    called: sql`it.purpose || ' ' || it.channel || ' ' || it.action`,
  },
  { table: 'consent_state', fate: null, own: '', fact: '', ours: 'customer_id purpose channel status since expires_at' },
  { table: 'consent', fate: null, own: '', fact: '', ours: 'id customer_id purpose channel status since expires_at' },
  { table: 'segment_member', fate: DELETED, of: byCustomer, own: '', fact: 'entered_at', ours: 'id segment_id customer_id' },
  {
    table: 'segment_change',
    fate: DELETED,
    of: byCustomer,
    own: '',
    fact: 'entered cause at',
    ours: 'id segment_id customer_id',
  },
  { table: 'segment_due', fate: DELETED, of: byCustomer, own: '', fact: '', ours: 'customer_id' },
  {
    table: 'contact_refusal',
    fate: DELETED,
    of: byCustomer,
    own: '',
    fact: 'purpose channel reason at',
    ours: 'id customer_id actor_id mail_id',
  },
  {
    table: 'customer_figures',
    fate: DELETED,
    of: byCustomer,
    own: `recency_days frequency monetary_cents r f m segment tenth first_month active_months currency purchases alive expected_purchases
      value_cents health health_days health_scores`,
    fact: 'as_of',
    ours: 'customer_id',
  },
  {
    table: 'contact',
    fate: DELETED,
    of: byCustomer,
    own: 'name position email phone',
    fact: 'primary',
    ours: 'id customer_id version',
    called: sql`it.name`,
  },
  {
    table: 'address',
    fate: DELETED,
    of: byCustomer,
    own: 'street complement postal_code city country latitude longitude precision',
    fact: 'kind',
    ours: 'id customer_id version',
    called: sql`it.street`,
  },
  { table: 'match_key', fate: DELETED, of: byCustomer, own: 'key', fact: '', ours: 'customer_id' },
  { table: 'match_value', fate: DELETED, of: byCustomer, own: 'value', fact: 'what', ours: 'customer_id' },
  { table: 'match_profile', fate: DELETED, of: byCustomer, own: 'profile', fact: '', ours: 'customer_id source' },
  {
    table: 'customer',
    fate: PSEUDONYMISED,
    of: ({ customer }) => sql`it.id = ${customer}`,
    own: `name siret vat_number email phone website tags internal_note external_id iban search_text member_text plate_text`,
    fact: 'reference kind status created_at order_count spent_cents last_order_at',
    ours: 'id updated_at version reseller_id manager_id erased_at',
    also: { status: sql`'INACTIVE'`, erased_at: sql`now()`, updated_at: sql`now()`, version: sql`it.version + 1` },
    becomes: {
      name: sql`${'Client effacé '}::text || it.reference`,
      tags: sql`'{}'::text[]`,
      search_text: sql`lower(it.reference)`,
      member_text: sql`''`,
      plate_text: sql`''`,
    },
    called: sql`it.reference`,
  },
];

/** A document that proves a consent is kept as long as the consent’s event. */
const provesNothing = sql`not exists (select from consent_event proof where proof.document_id = it.id)`;

function inDocument({ customer }: { customer: ReturnType<typeof sql> }) {
  return sql`it.document_id in (select it.id from document it where it.customer_id = ${customer} and ${provesNothing})`;
}
