import { name, type Sql, sql } from '../../core/sql.js';

/** A table whose rows are a customer's. */
export interface Hanging {
  place: string;
  /** What a row is called, where rows that came after a merge are given to one or the other by a person. */
  title?: Sql;
  /** A row that came after the merge goes back with what it hangs on, unless somebody says otherwise. */
  follows?(row: Sql, goesBack: (place: string, id: Sql) => Sql): Sql;
  /** The server's role changes no row of it: only the database moves them, for a merge. */
  kept?: boolean;
}

/** Everything that hangs on a customer, in the order in which people count it. What isn't here stops every merge. */
export const hangings: readonly Hanging[] = [
  { place: 'contact', title: sql`it.name` },
  { place: 'address', title: sql`concat_ws(' ', it.street, it.postal_code, it.city)` },
  { place: 'membership' },
  { place: 'invitation_customer' },
  { place: 'custom_field_value' },
  {
    place: 'activity',
    title: sql`coalesce(it.typed_title, it.kind)`,
    follows: (row) =>
      sql`exists (select from customer_merge_row back where back.row_id = ${row}.subject_id and back.how = 'MOVED')`,
  },
  {
    place: 'document',
    title: sql`it.name`,
    follows: (row, goesBack) =>
      sql`(${goesBack('project', sql`${row}.project_id`)} or ${goesBack('mission', sql`${row}.mission_id`)})`,
  },
  { place: 'consent_confirmation' },
  { place: 'contact_refusal' },
  { place: 'data_subject_request', title: sql`it.reference` },
  { place: 'legal_hold' },
  { place: 'segment_member' },
  { place: 'segment_change' },
  { place: 'vehicle', title: sql`it.plate` },
  {
    place: 'work_order',
    title: sql`it.reference`,
    follows: (row, goesBack) => goesBack('vehicle', sql`${row}.vehicle_id`),
  },
  { place: 'project', title: sql`concat_ws(' ', it.reference, it.name)` },
  {
    place: 'mission',
    title: sql`concat_ws(' ', it.reference, it.title)`,
    follows: (row, goesBack) => goesBack('project', sql`${row}.project_id`),
  },
  { place: 'order', title: sql`it.number` },
  { place: 'order_link' },
  {
    place: 'invoice',
    title: sql`concat_ws(' ', it.number, it.title)`,
    follows: (row, goesBack) => goesBack('project', sql`${row}.project_id`),
  },
  {
    place: 'payment',
    title: sql`concat_ws(' ', it.paid_on::text, it.reference)`,
    kept: true,
    // What pays invoices of both can be parted by nobody: it stays.
    follows: (row, goesBack) => sql`(
      exists (select from payment_allocation part where part.payment_id = ${row}.id)
      and not exists (select from payment_allocation part where part.payment_id = ${row}.id
        and not ${goesBack('invoice', sql`part.invoice_id`)}))`,
  },
  { place: 'opportunity', title: sql`it.title` },
  { place: 'mail', title: sql`it.subject` },
  { place: 'export_run' },
  { place: 'customer_merge' },
];

/** What is worked out from other rows: thrown away, and worked out anew. */
export const workedOut = ['consent_state', 'match_profile'];

/** What says nothing of the survivor and has no id of its own: the other's rows are kept whole for the way back. */
export const laidAside = ['customer_figures', 'consent_reminder'];

/** Pairs of customers have a rule of their own. */
export const pairs = 'customer_duplicate';

export const tableNamed = (place: string): Sql => name(place);
