import type { Context } from '../../core/context.js';
import { rowCount, sql } from '../../core/sql.js';
import type { Refusal } from '../import/refusal.rules.js';
import type { CustomerLine } from './customer-line.service.js';

export interface StagedCustomer {
  line: number;
  read: CustomerLine;
}

/** Nothing of an earlier import, which a crash may have left. */
export async function emptyStaging(ctx: Context): Promise<void> {
  await ctx.query(sql`truncate import_customer`);
}

/** A customer's lines may lie anywhere in the file, so the whole file is laid out before the first customer is made. */
export async function stageCustomers(ctx: Context, lines: readonly StagedCustomer[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ line, read }) => ({ line, key: read.key, siret: read.customer.siret ?? null, data: read }));
  await ctx.query(sql`
    insert into import_customer (line, key, siret, first, data)
    select line, key, siret, line, data
    from json_to_recordset(${JSON.stringify(rows)}::json) as l (line integer, key text, siret text, data jsonb)`);
}

export interface Staged {
  customers: number;
  refused: Refusal[];
}

/** Brings the lines of a customer together, in the order in which the file has their first ones. */
export async function judgeStaging(ctx: Context): Promise<Staged> {
  await ctx.query(sql`analyze import_customer`);
  const refused = await ctx.query<Refusal>(sql`
    delete from import_customer it using (
      select line, key, siret, first_value(key) over (partition by siret order by line) as owner
      from import_customer where siret is not null) known
    where it.line = known.line and known.owner <> known.key
    returning it.line, 'SIRET_TWICE' as code, it.siret as value, null as "column"`);
  await ctx.query(sql`
    update import_customer it set first = known.first
    from (select key, min(line) as first from import_customer group by key having count(*) > 1) known
    where it.key = known.key and it.first <> known.first`);
  await ctx.query(sql`analyze import_customer`);
  const [{ customers }] = await ctx.query<{ customers: string }>(
    sql`select count(distinct key) as customers from import_customer`,
  );
  return { customers: Number(customers), refused };
}

export interface StagedGroup {
  key: string;
  lines: { line: number; read: CustomerLine }[];
}

const AT_ONCE = 500;

/** The next customers of the file, each with its lines, and where those after them begin: null behind the last. */
export async function nextCustomers(ctx: Context, after: number): Promise<{ groups: StagedGroup[]; upTo: number | null }> {
  const rows = await ctx.query<{ key: string; first: number; lines: StagedGroup['lines'] }>(sql`
    select key, first, json_agg(json_build_object('line', line, 'read', data) order by line) as lines
    from import_customer where first > ${after} and first <= (
      -- Each customer has one line that is their first: this piece alone is brought together, not all that is left.
      select max(first) from (
        select first from import_customer where first > ${after} and line = first order by first limit ${rowCount(AT_ONCE)}) piece)
    group by key, first order by first`);
  return { groups: rows, upTo: rows.length < AT_ONCE ? null : (rows.at(-1)?.first ?? null) };
}
