import type { Context } from '../../core/context.js';
import { asPerson } from '../../core/database/row-security.js';
import { join, literal, name, type Sql, sql } from '../../core/sql.js';
import { camel } from '../../core/table.js';
import type { Customer } from '../customer/customer.entity.js';
import { CustomerKind } from '../customer/customer.entity.js';
import { personalData } from '../erasure/all-data.rules.js';
import { type Subject, type TableRule, toldColumns, toldOf } from '../erasure/personal-data.rules.js';
import { findSubject, subjectOf } from '../erasure/subject.service.js';
import type { Contents, Row } from './archive-contents.rules.js';

export interface Asker {
  userId: string | null;
  contact: string | null;
}

/** In a transaction, as sessions and second factors are found only by who says whose they are. */
export async function contentsOf(ctx: Context, customer: Customer, asker: Asker): Promise<Contents> {
  const company = customer.kind === CustomerKind.COMPANY;
  const subject = await subjectFor(ctx, customer, asker, company);
  if (asker.userId) await asPerson(ctx, asker.userId);
  const sections: Contents['sections'] = {};
  for (const rule of personalData) {
    const rows = await rowsOf(ctx, rule, subject, company);
    if (rows.length > 0) sections[rule.table] = rows;
  }
  const id = sql`${customer.id}::uuid`;
  return {
    sections,
    ...(await besides(ctx, id, company)),
    files: company ? [] : await filesOf(ctx, id),
  };
}

/** Whoever asks, never another member: of a company that is their own account, addresses and numbers alone. */
async function subjectFor(ctx: Context, customer: Customer, { userId, contact }: Asker, company: boolean): Promise<Subject> {
  const found = await findSubject(ctx, customer.id);
  const [own] = await ctx.query<{ emails: string[]; phones: string[] }>(sql`
    select array_remove(array[lower(email)], null) as emails, array_remove(array[phone], null) as phones from "user" where id = ${userId}`);
  const written = contact ? [contact.trim().toLowerCase()] : [];
  const users = userId ? [userId] : [];
  if (!company) return subjectOf(customer.id, { ...found, users, emails: [...found.emails, ...written, ...(own?.emails ?? [])] });
  return subjectOf(customer.id, {
    ...found,
    users,
    names: [],
    emails: [...written, ...(own?.emails ?? [])],
    phones: own?.phones ?? [],
  });
}

async function rowsOf(ctx: Context, rule: TableRule, subject: Subject, company: boolean): Promise<Row[]> {
  const of = rule.fate === null ? null : toldOf(rule, company);
  const columns = toldColumns(rule);
  if (!of || columns.length === 0) return [];
  const members: Sql[] = [
    ...Object.entries(rule.beside ?? {}).map(([key, value]) => sql`${literal(key)}: ${value}`),
    ...columns.map((column) => sql`${literal(camel(column))}: it.${name(column)}`),
  ];
  const found = await ctx.query<{ row: Row }>(sql`
    select json_object(${join(members, ', ')}) as row from ${name(rule.table)} it where ${of(subject)}
    order by coalesce(to_jsonb(it) ->> 'created_at', to_jsonb(it) ->> 'at'), to_jsonb(it) ->> 'id'`);
  return found.map(({ row }) => row);
}

async function besides(ctx: Context, id: Sql, company: boolean) {
  const basis = company ? sql`company_basis` : sql`person_basis`;
  const [beside] = await ctx.query<Pick<Contents, 'purposes' | 'recipients' | 'readings' | 'seller'>>(sql`
    select
      (select coalesce(json_agg(json_object('purpose': code, 'basis': ${basis}, 'channels': channels, 'retentionMonths': retention_months,
          'answers': (select coalesce(json_agg(json_object('channel': said.channel, 'status': said.status, 'since': said.since)
              order by said.channel), '[]') from consent_state said where said.customer_id = ${id} and said.purpose = it.code))
        order by code), '[]') from contact_purpose it where active and audience in ('EVERYONE', ${company ? 'COMPANIES' : 'PEOPLE'})) as purposes,
      (select coalesce(json_agg(json_object('kind': kind, 'name': name) order by kind, name), '[]') from (
          select 'RESELLER' as kind, u.name from customer c join "user" u on u.id = c.reseller_id where c.id = ${id}
          union select 'PRESTATAIRE', u.name from mission m join "user" u on u.id = m.prestataire_id where m.customer_id = ${id}
          union select 'SHARE', s.recipient from document_share s join document d on d.id = s.document_id
            where d.customer_id = ${id} and s.recipient is not null and s.downloads > 0) one) as recipients,
      (select coalesce(json_agg(json_object('day': day, 'role': role) order by day desc, role), '[]') from (
          select distinct (at at time zone 'Europe/Paris')::date as day, actor_role as role from audit_entry
          where about_id = ${id} and outcome = 'READ' and actor_role <> 'client') one) as readings,
      (select json_object('name': name, 'email': email, 'address': concat_ws(', ', street, complement, postal_code || ' ' || city))
        from company_profile) as seller`);
  return beside;
}

/** The files they see in their portal; a name that comes twice gets its number. */
async function filesOf(ctx: Context, id: Sql): Promise<Contents['files']> {
  const found = await ctx.query<{ name: string; key: string }>(sql`
    select it.name, v.key from document it join document_version v on v.id = it.version_id
    where it.customer_id = ${id} and it.visibility in ('CLIENT', 'EVERYONE') order by it.created_at, it.id`);
  return found.map(({ name, key }, place) => ({ key, name: `${String(place + 1).padStart(3, '0')} ${safe(name)}` }));
}

/** No way out of the folder, whatever somebody called their file. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_');
