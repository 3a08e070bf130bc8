import { sql } from '../../core/sql.js';
import { type Category, customerHeld, userHeld } from './category.rules.js';
import { RetentionAction, RetentionCategory } from './retention-rule.entity.js';

const { DELETED } = RetentionAction;
const user = sql`it.user_id`;
const ofUser = { user, holds: userHeld(user) };
const customer = sql`it.customer_id`;
const ofCustomer = { customer, holds: customerHeld(customer) };
const technical = { action: DELETED, personal: false } as const;
const sharedCustomer = sql`(select customer_id from document where id = it.document_id)`;
const addressee = sql`(select id from "user" where email = lower(it."to"))`;

/** Traces of signing in, and what the product writes down of its own work. They go by themselves from the first day. */
export const technicalCategories: readonly Category[] = [
  {
    code: RetentionCategory.SESSIONS,
    ...technical,
    months: { least: 1, usual: 6, most: 12 },
    parts: [{ table: 'session', secured: true, since: sql`coalesce(it.ended_at, least(it.expires_at, it.ends_at))`, ...ofUser }],
  },
  {
    code: RetentionCategory.DEVICES,
    ...technical,
    months: { least: 3, usual: 12, most: 13 },
    parts: [{ table: 'device', secured: true, since: sql`greatest(it.last_used_at, it.remembered_until)`, ...ofUser }],
  },
  {
    code: RetentionCategory.WAYS_IN,
    ...technical,
    months: { least: 1, usual: 1, most: 12 },
    parts: [
      { table: 'mailed_link', since: sql`least(it.expires_at, it.used_at, it.replaced_at)`, ...ofUser },
      { table: 'sign_in_challenge', since: sql`it.expires_at`, ...ofUser },
      { table: 'passkey_challenge', since: sql`it.expires_at` },
      { table: 'email_change', since: sql`least(it.expires_at, it.done_at, it.cancelled_at)`, ...ofUser },
      { table: 'registration', since: sql`it.created_at`, called: sql`it.email` },
      // One that was used is what shows somebody their orders.
      { table: 'order_claim', since: sql`it.expires_at`, only: sql`it.used_at is null`, ...ofUser },
      { table: 'consent_confirmation', since: sql`it.expires_at`, ...ofCustomer },
      {
        table: 'idempotency_key',
        key: sql`md5(concat_ws(' ', it.user_id, it.operation, it.key))::uuid`,
        since: sql`it.created_at`,
        ...ofUser,
      },
    ],
  },
  {
    code: RetentionCategory.INVITATIONS,
    ...technical,
    months: { least: 1, usual: 12, most: 24 },
    parts: [
      {
        table: 'invitation',
        since: sql`coalesce(it.accepted_at, it.revoked_at, it.expires_at)`,
        called: sql`it.email`,
        holds: customerHeld(sql`any (select customer_id from invitation_customer where invitation_id = it.id)`),
      },
    ],
  },
  {
    code: RetentionCategory.LETTERS,
    ...technical,
    months: { least: 1, usual: 12, most: 36 },
    parts: [
      {
        table: 'mail',
        since: sql`it.created_at`,
        only: sql`it.customer_id is null and it.status <> 'QUEUED'`,
        called: sql`it.subject`,
        user: addressee,
        holds: userHeld(addressee),
      },
    ],
  },
  {
    code: RetentionCategory.EXPORTS,
    ...technical,
    months: { least: 1, usual: 12, most: 24 },
    parts: [
      {
        table: 'export_run',
        since: sql`greatest(it.finished_at, it.expires_at, it.created_at)`,
        only: sql`it.status not in ('QUEUED', 'RUNNING')`,
        called: sql`it.file_name`,
        ...ofCustomer,
      },
    ],
  },
  {
    code: RetentionCategory.IMPORT_REPORTS,
    ...technical,
    months: { least: 1, usual: 6, most: 24 },
    parts: [
      {
        table: 'import_refusal',
        since: sql`(select coalesce(run.finished_at, run.created_at) from import_run run where run.id = it.import_run_id
          and run.status in ('DONE', 'FAILED'))`,
        called: sql`it.code`,
      },
    ],
  },
  {
    code: RetentionCategory.NOTIFICATIONS,
    ...technical,
    months: { least: 1, usual: 6, most: 24 },
    parts: [{ table: 'notification', since: sql`it.read_at`, called: sql`it.kind`, ...ofUser }],
  },
  {
    code: RetentionCategory.SHARES,
    ...technical,
    months: { least: 1, usual: 12, most: 36 },
    parts: [
      {
        table: 'document_share',
        since: sql`least(it.revoked_at, it.expires_at)`,
        customer: sharedCustomer,
        holds: customerHeld(sharedCustomer),
      },
    ],
  },
  {
    code: RetentionCategory.CONTACT_REFUSALS,
    ...technical,
    months: { least: 6, usual: 24, most: 36 },
    parts: [{ table: 'contact_refusal', since: sql`it.at`, ...ofCustomer }],
  },
  {
    code: RetentionCategory.SEGMENT_HISTORY,
    ...technical,
    months: { least: 1, usual: 24, most: 36 },
    parts: [{ table: 'segment_change', since: sql`it.at`, ...ofCustomer }],
  },
  {
    // Ten years from the end of the year of the invoice (code de commerce, L123-22): less can't be chosen.
    code: RetentionCategory.ARCHIVED_INVOICES,
    ...technical,
    months: { least: 120, usual: 120, most: 132 },
    parts: [
      {
        table: 'archived_invoice',
        since: sql`(it.keep_until - interval '10 years 1 day') at time zone 'Europe/Paris'`,
        called: sql`it.number`,
        ...ofCustomer,
      },
    ],
  },
];
