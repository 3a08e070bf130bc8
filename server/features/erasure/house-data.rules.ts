import { sql } from '../../core/sql.js';
import { Fate, nobodys, type TableRule } from './personal-data.rules.js';

/** The trail, and tables that hold nobody’s data: what the product is made of, figures over everybody, and hashes. */
export const houseData: readonly TableRule[] = [
  {
    table: 'audit_entry',
    fate: Fate.KEPT,
    of: ({ customer, users }) => sql`(it.about_id = ${customer} or it.actor_id = any(${users}))`,
    own: 'changes ip user_agent',
    fact: 'action outcome at subject_type actor_role',
    ours: 'id actor_id subject_id request_id code times as_user_id session_id about_id',
    why: 'KEPT_AS_TRAIL',
    years: 3,
    // What others did is told by role and day, beside.
    told: ({ users }) => sql`it.actor_id = any(${users})`,
    personal: true,
  },
  nobodys('archived_invoice', 'id invoice_id customer_id number issued_on keep_until content archived_at'),
  nobodys('audit_export', 'id created_by_id filter created_at'),
  nobodys('audit_seal', 'number at entries previous_hash leaves hash'),
  nobodys('audit_unsealed', 'entry_id'),
  nobodys('audit_verification', 'id at ok report'),
  nobodys(
    'company_profile',
    `only_one name legal_form capital_cents siret registry vat_number street complement postal_code city country email phone iban bic
     payment_terms vat_on_debits`,
  ),
  nobodys('consent_text', 'id purpose version locale body sha256 valid_from published_by_id'),
  nobodys(
    'contact_purpose',
    `id code person_basis company_basis prospecting necessary channels audience retention_months renewal_months double_opt_in active version
     updated_at`,
  ),
  nobodys(
    'custom_field',
    'id key kind applies_to required label_fr label_en help_fr help_en position archived created_at version',
  ),
  nobodys('custom_field_choice', 'id field_id label_fr label_en position retired'),
  nobodys(
    'customer_segment',
    `id key name description rule colour delivered needs stale broken filled_at refreshed_at created_by_id created_at updated_at version`,
  ),
  nobodys(
    'data_breach',
    `id reference title description natures aware_at due_at happened_at people people_count records record_count consequences measures risk
     no_risk_reason notified_at notification_reference late_reason people_told_at people_not_told_reason closed_at version created_at
     updated_at created_by_id closed_by_id reminded_at`,
  ),
  nobodys('data_breach_entry', 'id breach_id body at author_id'),
  nobodys('email_template', 'id name locale purpose subject body created_at updated_at version'),
  nobodys('erasure', 'id customer_id request_id report erased_by_id erased_at'),
  nobodys('figures_before_drawn', 'as_of'),
  nobodys('figures_progress', 'only_one status progress asked_at ended_at'),
  nobodys(
    'figures_drawn',
    'only_one as_of currency sample drawn_at recency_limits frequency_limits monetary_limits tenth_limits',
  ),
  nobodys(
    'import_run',
    `id kind status file_name dry_run currency options total_bytes done_bytes progress read created updated unchanged refused_total orders
     customers created_by_id created_at finished_at error_code error_params storage_key`,
  ),
  nobodys('invoice_series', 'key last'),
  nobodys('lifetime_fit', 'currency as_of purchases values correlation hold_out fitted_at'),
  nobodys('migrations', 'id timestamp name'),
  nobodys('passkey_challenge', 'id hash session_id sign_in_challenge_id expires_at'),
  nobodys('pipeline_stage', 'id key name_fr name_en kind probability position'),
  nobodys(
    'processing_activity',
    `id code name purposes legal_bases people data recipients transfers transfer_safeguard retention security responsible started_on ended_on
     version created_at updated_at`,
  ),
  nobodys('processing_activity_processor', 'activity_id processor_id'),
  nobodys(
    'processor',
    `id name service country transfer_safeguard contract_on contract_reference sub_processors contact ended_on version created_at
     updated_at`,
  ),
  nobodys('rate_limit', 'key points expire'),
  nobodys('rfm_cutoffs', 'as_of currency sample recency frequency monetary stale computed_at'),
  nobodys('retention_rule', 'id category months active version updated_at updated_by_id'),
  nobodys('retention_run', 'id dry_run status as_of created_at started_at ended_at gone held failed lines created_by_id'),
  nobodys('role', 'id key name reach rank permissions built_in'),
  nobodys('segment_follower', 'segment_id user_id'),
  nobodys('setting', 'id key value updated_at'),
  nobodys('suppression', 'id kind hash created_at'),
  nobodys('unclaimed_file', 'key sweep_after'),
];
