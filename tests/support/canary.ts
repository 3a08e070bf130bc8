import pg from 'pg';
import { personalData } from '../../server/features/erasure/all-data.rules.js';
import { findSubject, subjectOf } from '../../server/features/erasure/subject.service.js';
import type { World } from '../access/access.world.js';

/** What somebody leaves where only their address stands, and what the world has none of. */
const BESIDE = `
  delete from archived_invoice where customer_id = $1;
  insert into registration (email, name, password_hash, locale) values ($2, 'x', 'x', 'fr');
  insert into invitation (email, role_id, invited_by_id, locale, token_hash, expires_at)
    select $2, id, $3, 'fr', uuidv4()::text, now() from role where key = 'client';
  insert into order_claim (user_id, email, email_key, expires_at) values ($4, $2, $2, now());
  insert into email_change (user_id, email, expires_at) values ($4, $2, now());
  insert into import_refusal (import_run_id, line, code, value) select id, 9, 'INVALID_EMAIL', $2 from import_run limit 1;
  insert into import_customer (line, key, first, data) values (1, 'x', 1, '{}');
  insert into import_line (number, line, currency, quantity, unit_price, unit_price_cents, total_cents) values ('x', 1, 'EUR', 1, 1, 1, 1);
  insert into order_link_run (status, origin, dry_run, force, bar, sample)
    values ('DONE', 'COMMAND', true, false, 0.99, jsonb_build_array(jsonb_build_object('customer', $2::text)));
  insert into mail ("to", subject, text, html, purpose) values ($2, 'x', 'x', 'x', 'ACCOUNT');
  insert into legal_hold (customer_id, reason, lifted_at) values ($1, 'x', now());
  insert into document_page (document_id, number, text, words) select id, 1, 'x', '' from document where customer_id = $1 limit 1;
  insert into match_profile (customer_id, source, profile) values ($1, 'x', '{}');
  insert into match_key (key, customer_id) values ('x', $1);
  insert into match_value (what, value, customer_id) values ('x', 'x', $1);
  insert into consent_confirmation (customer_id, purpose, channel, token_hash, email_sha256, method, expires_at)
    values ($1, 'MARKETING', 'EMAIL', 'x', 'x', 'WEB', now());
  with merge as (insert into customer_merge (customer_id, survivor_id, other_id, other_reference, other_name, other_before, changes, counts)
    values ($1, $1, uuidv4(), 'C-X', 'x', '{}', '{}', '{}') returning id)
    insert into customer_merge_row (merge_id, place, row_id, how, before) select id, 'contact', uuidv4(), 'MOVED', '{}' from merge;
  insert into figures_before (as_of, customer_id, recency_days, frequency, monetary_cents, tenth, first_month, active_months) values (now(), $1, 1, 1, 1, 1, now(), '{}');
  insert into customer_figures (customer_id, as_of) values ($1, now());
  insert into saved_view (owner_id, reach, list, name, query) values ($4, 'client', 'invoices', 'x', 'x');
  update custom_field_value set text = 'x', number = null, date = null, choice_id = null where customer_id = $1;
  update payment set reference = 'x' where customer_id = $1;
  -- Nothing stands in the way.
  update invoice set status = 'PAID', paid_cents = total_cents, paid_on = now() where customer_id = $1 and status <> 'DRAFT';
  update mission set status = 'CANCELLED' where customer_id = $1;
  update export_run set status = 'CANCELLED';
  update import_run set status = 'DONE'`;

/** Writes the word into every column of every row that is theirs, where the database lets it. Answers where it stands. */
export async function plantEverywhere({ server, A }: World, admin: pg.Client, word: string): Promise<string[]> {
  await admin.query(`set session_replication_role = replica`);
  const email = `${word}@canary.test`;
  for (const statement of BESIDE.split(';\n')) {
    const used = [A.customer, email, A.lead, A.client];
    const places = [...new Set([...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)))].sort();
    const numbered = places.reduce((all, n, i) => all.replaceAll(`$${n}`, `$${i + 1}`), statement);
    // What was planted for another before may stand in the way of the same for this one.
    const text = numbered.trim().startsWith('insert') ? `${numbered} on conflict do nothing` : numbered;
    await admin.query(
      text,
      places.map((n) => used[n - 1]),
    );
  }
  await admin.query('update customer set email = $2, phone = $3 where id = $1', [A.customer, email, '+33298112233']);
  const subject = subjectOf(A.customer, await findSubject(server.product.system(), A.customer));
  const planted: string[] = [];
  for (const { table, fate, of } of personalData) {
    if (!fate || !of) continue;
    const { rows: columns } = await admin.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    const { text, values } = of(subject).compile();
    const { rows } = await admin.query<{ at: string }>(
      `select ctid::text as at from ${pg.escapeIdentifier(table)} it where ${text}`,
      values,
    );
    // By their place they are found again, however the word changes what they are found by.
    for (const { at: first } of rows) {
      let at = first;
      for (const { name, type } of columns) {
        if (KEPT.has(`${table}.${name}`)) {
          planted.push(`${table}.${name}`);
          continue;
        }
        const put = written(type, pg.escapeIdentifier(name), `${word} ${table}.${name}`);
        if (!put) continue;
        const done = await admin
          .query<{ at: string }>(
            `update ${pg.escapeIdentifier(table)} it set ${pg.escapeIdentifier(name)} = ${put} where ctid = '${at}' returning ctid::text as at`,
          )
          .catch(() => null);
        if (done?.rows[0]) {
          at = done.rows[0].at;
          planted.push(`${table}.${name}`);
        }
      }
    }
  }
  await admin.query(`set session_replication_role = origin`);
  return [...new Set(planted)];
}

/** By these somebody is found: the word stands in them already, or they name another row. */
const KEPT = new Set([
  'customer.reference',
  'customer_merge.other_reference',
  'customer.email',
  'customer.phone',
  'mail.to',
  'registration.email',
  'invitation.email',
  'order_claim.email',
  'email_change.email',
  'import_refusal.value',
  'order_link_run.sample',
  'document_version.key',
  'data_archive.storage_key',
  'notification.link',
]);

function written(type: string, column: string, text: string): string | null {
  const said = pg.escapeLiteral(text);
  if (type === 'text') return said;
  if (type === 'ARRAY') return `array_append(${column}, ${said})`;
  if (type === 'tsvector') return `to_tsvector('simple', ${said})`;
  return type === 'jsonb'
    ? `case jsonb_typeof(${column}) when 'array' then ${column} || to_jsonb(${said}::text) else coalesce(${column}, '{}') || jsonb_build_object('canary', ${said}::text) end`
    : null;
}
