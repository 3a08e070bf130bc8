import { sql } from '../../core/sql.js';
import { byCustomer, erased, Fate, type Subject, type TableRule } from './personal-data.rules.js';

const { DELETED, PSEUDONYMISED, ARCHIVED } = Fate;

const inProject = ({ customer }: Subject) => sql`it.project_id in (select id from project where customer_id = ${customer})`;
const inMission = ({ customer }: Subject) => sql`it.mission_id in (select id from mission where customer_id = ${customer})`;
const inOrder = ({ customer }: Subject) => sql`it.order_id in (select id from "order" where customer_id = ${customer})`;
const inOpportunity = ({ customer }: Subject) =>
  sql`it.opportunity_id in (select id from opportunity where customer_id = ${customer})`;
const issued = ({ customer }: Subject) => sql`it.customer_id = ${customer} and it.status <> 'DRAFT'`;
const tenYears = { why: 'KEPT_BY_THE_BOOKS', years: 10 };

/** What was done for a customer, sold to them and paid by them. Parts before what they are part of. */
export const businessData: readonly TableRule[] = [
  {
    table: 'milestone',
    fate: PSEUDONYMISED,
    of: inProject,
    own: 'title',
    fact: 'due_on done_at',
    ours: 'id project_id position',
    becomes: { title: erased },
    beside: { project: sql`(select reference from project where id = it.project_id)` },
  },
  {
    table: 'project_comment',
    fate: DELETED,
    of: inProject,
    own: 'body',
    fact: 'created_at',
    ours: 'id project_id author_id audience',
    beside: { project: sql`(select reference from project where id = it.project_id)` },
  },
  {
    table: 'project',
    fate: PSEUDONYMISED,
    of: byCustomer,
    own: 'name description',
    fact: 'reference status starts_on due_on budget_cents currency created_at',
    ours: 'id customer_id manager_id updated_at version due_order',
    becomes: { name: erased },
    called: sql`it.reference`,
  },
  {
    table: 'mission_application',
    fate: PSEUDONYMISED,
    of: inMission,
    own: 'message',
    fact: '',
    ours: 'id mission_id prestataire_id status created_at decided_at',
    // What a prestataire wrote is theirs.
    told: null,
  },
  {
    table: 'mission_step',
    fate: PSEUDONYMISED,
    of: inMission,
    sealed: true,
    own: 'note',
    fact: 'from_status to_status at',
    ours: 'id mission_id author_id',
    beside: { mission: sql`(select reference from mission where id = it.mission_id)` },
  },
  {
    table: 'mission',
    fate: PSEUDONYMISED,
    of: byCustomer,
    own: 'title description street_line postal_code city',
    fact: 'reference status scheduled_start scheduled_end delivered_at approved_at created_at',
    ours: 'id customer_id project_id prestataire_id fee_cents currency estimated_minutes updated_at version start_order',
    becomes: { title: erased },
    called: sql`it.reference`,
  },
  {
    table: 'opportunity_note',
    fate: DELETED,
    of: inOpportunity,
    own: 'body',
    fact: 'created_at',
    ours: 'id opportunity_id author_id',
  },
  {
    table: 'opportunity_change',
    fate: null,
    own: '',
    fact: '',
    ours: 'id opportunity_id from_stage_id to_stage_id from_amount_cents to_amount_cents currency author_id at',
  },
  {
    table: 'opportunity',
    fate: PSEUDONYMISED,
    of: byCustomer,
    own: 'title contact_name lost_reason',
    fact: 'amount_cents currency expected_close_on closed_at created_at',
    ours: 'id prospect_name stage_since updated_at version position stage_id customer_id owner_id',
    becomes: { title: erased, lost_reason: sql`case when it.lost_reason is not null then ${erased} end` },
    called: sql`it.title`,
  },
  {
    table: 'order_line',
    fate: PSEUDONYMISED,
    of: inOrder,
    own: 'description',
    fact: 'sku quantity unit_price_cents total_cents position',
    ours: 'id order_id',
    beside: { order: sql`(select number from "order" where id = it.order_id)` },
  },
  {
    table: 'order_link',
    fate: DELETED,
    of: (subject) => sql`(it.customer_id = ${subject.customer} or ${inOrder(subject)})`,
    own: 'evidence contradictions',
    fact: 'status method probability score created_at',
    ours: 'id order_id customer_id run_id undone_by_run_id decided_by_id decided_at decided',
    // It compares them with whoever else the order could be of.
    told: null,
  },
  {
    table: 'order',
    fate: PSEUDONYMISED,
    of: byCustomer,
    own: 'email phone name address city postal_code email_key phone_key',
    fact: 'number placed_at status total_cents currency line_count country created_at',
    ours: 'id customer_id import_hash disclosed matched_at',
    called: sql`it.number`,
  },
  {
    table: 'invoice_line',
    fate: ARCHIVED,
    of: ({ customer }) => sql`it.invoice_id in (select id from invoice where customer_id = ${customer} and status <> 'DRAFT')`,
    own: 'label',
    fact: 'position quantity_milli unit unit_cents vat_rate_bp net_cents',
    ours: 'id invoice_id',
    ...tenYears,
    beside: { invoice: sql`(select number from invoice where id = it.invoice_id)` },
  },
  {
    table: 'payment',
    fate: ARCHIVED,
    of: byCustomer,
    own: 'reference',
    fact: 'amount_cents currency method paid_on created_at',
    ours: 'id customer_id recorded_by_id',
    ...tenYears,
    since: sql`it.paid_on`,
    called: sql`it.paid_on::text`,
  },
  { table: 'payment_allocation', fate: null, own: '', fact: '', ours: 'id payment_id invoice_id amount_cents' },
  {
    table: 'invoice',
    fate: ARCHIVED,
    of: issued,
    own: 'title notes buyer',
    fact: `number status category issued_on supplied_on payment_days due_on paid_on currency net_cents vat_cents total_cents paid_cents due_cents
      vat_breakdown vat_mention created_at issued_at`,
    ours: 'id seller version customer_id project_id',
    ...tenYears,
    since: sql`it.issued_on`,
    called: sql`it.number`,
  },
];
