import type { Viewer } from '../../core/context.js';
import { name, type Sql, sql } from '../../core/sql.js';

/** A table whose rows are a customer's. */
export interface Hanging {
  place: string;
  /** What a row is called, where rows that came after a merge are given to one or the other by a person. */
  title?: Sql | ((viewer: Viewer) => Sql);
  /** Who doesn't hold it assigns the row by its kind, and reads no title. */
  needs?: string;
  /** The title is no text yet: codes that have words, each on a line, or what an activity says of itself. */
  said?: 'CODES' | 'ACTIVITY';
  /** Rows that can't be given by themselves: they go with another. */
  alone?: Sql;
  /** A row that came after the merge goes back with what it hangs on, unless somebody says otherwise. */
  follows?(row: Sql, goesBack: (place: string, id: Sql) => Sql): Sql;
  /** The server's role changes no row of it: only the database moves them, for a merge. */
  kept?: boolean;
}

/** Everything that hangs on a customer, in the order in which people count it. What isn't here stops every merge. */
export const hangings: readonly Hanging[] = [
  { place: 'contact', title: sql`it.name` },
  { place: 'address', title: sql`concat_ws(' ', it.street, it.postal_code, it.city)` },
  {
    place: 'membership',
    title: sql`(select concat_ws(' ', who.name, who.email) from "user" who where who.id = it.user_id)`,
    needs: 'membership.read',
  },
  {
    place: 'invitation_customer',
    title: sql`(select asked.email from invitation asked where asked.id = it.invitation_id)`,
    needs: 'membership.read',
  },
  {
    place: 'custom_field_value',
    title: sql`(select concat_ws(' ', field.label_fr, coalesce(it.text, it.number::text, it.date::text, choice.label_fr))
      from custom_field field left join custom_field_choice choice on choice.id = it.choice_id where field.id = it.field_id)`,
    needs: 'customField.read',
  },
  {
    place: 'activity',
    title: sql`jsonb_build_object('typedTitle', it.typed_title, 'kind', it.kind, 'details', it.details)::text`,
    said: 'ACTIVITY',
    follows: (row) =>
      sql`exists (select from customer_merge_row back where back.row_id = ${row}.subject_id and back.how = 'MOVED')`,
  },
  {
    place: 'document',
    title: sql`it.name`,
    follows: (row, goesBack) =>
      sql`(${goesBack('project', sql`${row}.project_id`)} or ${goesBack('mission', sql`${row}.mission_id`)})`,
  },
  { place: 'consent_confirmation', title: sql`'purpose.' || it.purpose`, said: 'CODES' },
  {
    place: 'contact_refusal',
    title: sql`concat_ws(E'\\n', 'purpose.' || it.purpose, 'CONTACT_' || it.reason)`,
    said: 'CODES',
  },
  { place: 'data_subject_request', title: sql`it.reference` },
  {
    place: 'data_archive',
    title: sql`(select reference from data_subject_request where id = it.request_id)`,
    follows: (row, goesBack) => goesBack('data_subject_request', sql`${row}.request_id`),
    needs: 'dataSubjectRequest.handle',
  },
  { place: 'legal_hold', title: sql`it.reason`, needs: 'legalHold.manage' },
  // Who is in a segment its rule says: after a split it is worked out for both. What happened can be assigned.
  { place: 'segment_member' },
  {
    place: 'segment_change',
    title: ({
      permissions,
    }) => sql`(select concat_ws(E'\\n', coalesce(of.name, 'SEGMENT_NAME_' || of.key), 'MERGE_SEGMENT_' || case when it.entered then 'ENTERED' else 'LEFT' end)
      from customer_segment of where of.id = it.segment_id and of.needs <@ ${[...permissions]}::text[])`,
    said: 'CODES',
    needs: 'segment.read',
  },
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
  {
    place: 'order_link',
    title: sql`(select placed.number from "order" placed where placed.id = it.order_id)`,
    needs: 'orderLink.read',
    // Whose the order is, its link is.
    alone: sql`it.status <> 'LINKED'`,
  },
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
  { place: 'export_run', title: sql`it.file_name` },
  // Who was merged into the survivor later was merged into nobody else.
  { place: 'customer_merge' },
];

/** What is worked out from other rows: thrown away, and worked out anew. */
export const workedOut = ['consent_state', 'match_profile', 'figures_before'];

/** What says nothing of the survivor and has no id of its own: the other's rows are kept whole for the way back. */
export const laidAside = ['customer_figures', 'consent_reminder'];

/** Pairs of customers have a rule of their own. */
export const pairs = 'customer_duplicate';

export const tableNamed = (place: string): Sql => name(place);
