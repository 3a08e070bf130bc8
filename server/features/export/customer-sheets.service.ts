import { mayReadField, visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { sortable } from '../../core/cursor.js';
import { join, literal, rowCount, type Sql, sql } from '../../core/sql.js';
import { columnOf, tableOf } from '../../core/table.js';
import { Activity } from '../activity/activity.entity.js';
import { titleOf } from '../activity/activity.words.js';
import { withNames } from '../activity/mention.service.js';
import type { ConsentRegisterFilter } from '../consent/consent.page.js';
import { whereRegistered } from '../consent/consent.relations.js';
import { ConsentEvent } from '../consent/consent-event.entity.js';
import { customFieldsOf } from '../custom-field/custom-field.service.js';
import { Customer } from '../customer/customer.entity.js';
import type { CustomerFilter } from '../customer/customer.page.js';
import { whereCustomers } from '../customer/customer.relations.js';
import { consentsPart } from './consent-register.relations.js';
import { customColumn } from './custom-columns.relations.js';
import { customerPart, customersPart, type Field, historyPart, type Part, partsOfCustomer } from './customer-parts.relations.js';
import type { ExportOptions } from './export-run.entity.js';
import type { Row, Sheet } from './sheet.rules.js';

const AT_ONCE = 500;

/** One customer with all that hangs on them, as far as this viewer reads it on screen. */
export async function sheetsOfCustomer(ctx: Context, customerId: string, history: boolean): Promise<Sheet[]> {
  const parts = [...partsOfCustomer, ...(history ? [historyPart] : [])].filter(
    ({ permission }) => permission === null || ctx.viewer.permissions.has(permission),
  );
  const own = { ...customerPart, fields: [...customerPart.fields, ...(await customColumns(ctx))] };
  return [
    { ...sheetOf(ctx, own, sql`it.id = ${customerId}`), single: true },
    ...parts.map((part) => sheetOf(ctx, part, sql`it.customer_id = ${customerId}`)),
  ];
}

/** The customers of a list, a row each. */
export async function sheetOfCustomers(ctx: Context, options: ExportOptions): Promise<Sheet> {
  const part = { ...customersPart, fields: [...customersPart.fields, ...(await customColumns(ctx))] };
  return sheetOf(ctx, part, customersAsked(ctx, options));
}

/** A column for each custom field that is asked for, under its own name. Who reads none on screen gets none. */
const customColumns = async (ctx: Context): Promise<Field[]> =>
  (await customFieldsOf(ctx)).map((field) => customColumn(field, ctx.locale));

export async function countCustomers(ctx: Context, options: ExportOptions): Promise<number> {
  const [{ count }] = await ctx.query<{ count: string }>(sql`
    select count(*) from customer it where ${customersAsked(ctx, options)} and ${visible(ctx.viewer, Customer, sql`it`)}`);
  return Number(count);
}

/** The register of consents, an entry a row, with what proves it. */
export const sheetOfConsents = (ctx: Context, options: ExportOptions): Sheet =>
  sheetOf(ctx, consentsPart, consentsAsked(options));

export async function countConsents(ctx: Context, options: ExportOptions): Promise<number> {
  const [{ count }] = await ctx.query<{ count: string }>(sql`
    select count(*) from consent_event it where ${consentsAsked(options)} and ${visible(ctx.viewer, ConsentEvent, sql`it`)}`);
  return Number(count);
}

/** All of a part that this viewer sees. */
export const sheetOfPart = (ctx: Context, part: Part): Sheet => sheetOf(ctx, part, sql`true`);

export async function countPart(ctx: Context, { entity }: Part): Promise<number> {
  const [{ count }] = await ctx.query<{ count: string }>(sql`
    select count(*) from ${tableOf(entity).sql} it where ${visible(ctx.viewer, entity, sql`it`)}`);
  return Number(count);
}

/** What was asked for went through JSON: days are text again. */
function consentsAsked({ filter }: ExportOptions): Sql {
  const conditions = filter ? whereRegistered(filter as ConsentRegisterFilter, sql`it`) : [];
  return conditions.length > 0 ? join(conditions, ' and ') : sql`true`;
}

function customersAsked({ viewer }: Context, { ids, filter }: ExportOptions): Sql {
  const conditions = [
    // Restricted data are not used in bulk.
    sql`it.restricted_at is null`,
    ...(ids ? [sql`it.id = any(${ids}::uuid[])`] : []),
    ...(filter ? whereCustomers(filter as CustomerFilter, sql`it`, viewer) : []),
  ];
  return join(conditions, ' and ');
}

function sheetOf(ctx: Context, part: Part, which: Sql): Sheet {
  const fields = part.fields.filter(({ key, field = key }) => mayReadField(ctx.viewer, part.entity.name, field) === true);
  return { key: part.key, columns: fields, rows: rowsOf(ctx, part, fields, which) };
}

/** An entry of the timeline as it is read on screen: its title in words, colleagues by their names. */
async function asRead(ctx: Context, row: Row): Promise<Row> {
  const activity = row.title as Activity;
  const title = await withNames(ctx, activity, titleOf(activity, ctx.locale));
  return { ...row, title, ...(row.body ? { body: await withNames(ctx, activity, String(row.body)) } : {}) };
}

/** A page at a time, each from where the last one ended: a row is read once, and few are held. */
async function* rowsOf(
  ctx: Context,
  { entity, only, sort, descending }: Part,
  fields: readonly Field[],
  which: Sql,
): AsyncGenerator<Row> {
  const it = sql`it`;
  const by = columnOf(entity, sort);
  const { sql: column } = by;
  const members = fields.map(
    ({ key, value }) => sql`${literal(key)}: ${value ? value(it, ctx.viewer) : sql`it.${columnOf(entity, key).sql}`}`,
  );
  const way = descending ? sql`desc` : sql`asc`;
  let after = sql`true`;
  for (;;) {
    const page = await ctx.query<{ row: Row; place: string; id: string }>(sql`
      select json_object(${join(members, ', ')}) as row, it.${column}::text as place, it.id
      from ${tableOf(entity).sql} it where ${which} and ${only ? only(it) : sql`true`} and ${visible(ctx.viewer, entity, it)} and ${after}
      order by it.${column} ${way}, it.id ${way} limit ${rowCount(AT_ONCE)}`);
    for (const { row } of page) yield entity === Activity ? await asRead(ctx, row) : row;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = sql`(it.${column}, it.id) ${descending ? sql`<` : sql`>`} (${last.place}::${sortable(by).type}, ${last.id}::uuid)`;
  }
}
