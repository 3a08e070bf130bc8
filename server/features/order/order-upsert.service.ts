import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import type { Refusal } from '../import/refusal.rules.js';

export interface Upserted {
  created: number;
  updated: number;
  unchanged: number;
  refused: Refusal[];
}

/** The orders whose numbers lie between these two; without an end, all that are left. */
export interface Range {
  after: string;
  upTo: string | null;
}

const LINES = 5_000;

/** Where the next piece of about so many lines ends: never inside an order. */
export async function nextRange(ctx: Context, after: string): Promise<Range> {
  const [end] = await ctx.query<{ number: string }>(
    sql`select number from import_line where number > ${after} order by number offset ${LINES} limit 1`,
  );
  return { after, upTo: end?.number ?? null };
}

/** Makes or changes a range of orders with their customers and lines: all of it or nothing. What is the same stays untouched. */
export async function upsertOrders(ctx: Context, range: Range, monthFirst: boolean, dryRun: boolean): Promise<Upserted> {
  const refused = await refuseLines(ctx, range);
  const wanted = wantedOrders(range, monthFirst);
  if (dryRun) {
    const [count] = await ctx.query<{ created: string; updated: string; total: string }>(sql`
      with ${wanted}
      select count(*) as total, count(*) filter (where known.id is null) as created,
        count(*) filter (where known.import_hash is distinct from wanted.hash and known.id is not null) as updated
      from wanted left join "order" known using (number)`);
    const [created, updated] = [Number(count.created), Number(count.updated)];
    return { created, updated, unchanged: Number(count.total) - created - updated, refused };
  }
  await upsertCustomers(ctx, range);
  const changed = await ctx.query<{ id: string; created: boolean; total: string }>(sql`
    with ${wanted}, written as (
      insert into "order" as known (number, placed_at, status, total_cents, currency, line_count, customer_id, email, phone, name, address, city,
        postal_code, country, import_hash)
      select wanted.number, placed_at, wanted.status, total_cents, currency, line_count, known_as.customer_id, wanted.email, wanted.phone,
        wanted.name, address, city, postal_code, country, hash
      from wanted left join customer_by_external_id known_as on known_as.external_id = wanted.customer order by wanted.number
      on conflict (number) do update set placed_at = excluded.placed_at, status = excluded.status, total_cents = excluded.total_cents,
        currency = excluded.currency, line_count = excluded.line_count, email = excluded.email, phone = excluded.phone, name = excluded.name,
        address = excluded.address, city = excluded.city, postal_code = excluded.postal_code, country = excluded.country,
        import_hash = excluded.import_hash, matched_at = null,
        -- A file that names no customer does not undo a link, and one that names another does not undo what somebody decided.
        customer_id = case when ${IS_DECIDED} then known.customer_id else coalesce(excluded.customer_id, known.customer_id) end,
        disclosed = known.disclosed or (excluded.customer_id is not null and not ${IS_DECIDED})
      where known.import_hash is distinct from excluded.import_hash
      returning id, xmax = 0 as created)
    select id, created, (select count(*) from wanted) as total from written
    union all select null, null, count(*) from wanted`);
  await ctx.query(sql`
    update order_link link set status = 'UNDONE' from "order" it
    where it.id = any(${changed.flatMap(({ id }) => id ?? [])}::uuid[]) and link.order_id = it.id and link.status = 'LINKED'
      and link.customer_id is distinct from it.customer_id`);
  const total = Number(changed.at(-1)?.total ?? 0);
  const orders = changed.slice(0, -1);
  await writeLines(
    ctx,
    orders.map(({ id }) => id),
    orders.filter(({ created }) => !created).map(({ id }) => id),
  );
  const created = orders.filter((order) => order.created).length;
  return { created, updated: orders.length - created, unchanged: total - orders.length, refused };
}

/** Somebody said whose it is. */
const IS_DECIDED = sql`exists (select from order_link decided where decided.order_id = known.id and decided.status = 'LINKED' and decided.decided)`;

const inRange = ({ after, upTo }: Range): Sql => sql`number > ${after} and (${upTo}::text is null or number <= ${upTo})`;

const firstOf = (column: Sql): Sql => sql`(array_agg(${column} order by line) filter (where ${column} is not null))[1]`;

const STATUS = sql`case when number like 'C%' or bool_or(status = 'CANCELLED') then 'CANCELLED'
  when bool_or(status = 'PENDING') then 'PENDING' else 'CONFIRMED' end`;

/** What only shows when an order's lines are seen together. */
async function refuseLines(ctx: Context, range: Range): Promise<Refusal[]> {
  return ctx.query<Refusal>(sql`
    with head as (
      select number, ${STATUS} as status, ${firstOf(sql`customer`)} as customer, ${firstOf(sql`currency`)} as currency
      from import_line where ${inRange(range)} group by number),
    wrong as (
      select line.number, line.line,
        case when line.customer <> head.customer then 'OTHER_CUSTOMER'
          when line.currency <> head.currency then 'OTHER_CURRENCY'
          when quantity <= 0 then 'NOT_POSITIVE_QUANTITY' else 'NOT_POSITIVE_PRICE' end as code,
        case when line.customer <> head.customer then line.customer
          when line.currency <> head.currency then line.currency
          else quantity || ' × ' || unit_price end as value
      from (select * from import_line where ${inRange(range)}) line join head using (number)
      where line.customer <> head.customer or line.currency <> head.currency
        or (head.status <> 'CANCELLED' and (quantity <= 0 or unit_price <= 0)))
    delete from import_line using wrong where import_line.number = wrong.number and import_line.line = wrong.line
    returning import_line.line, wrong.code, wrong.value, null as "column"`);
}

/** The orders as the file has them, each with a fingerprint of all that it says. */
const wantedOrders = (range: Range, monthFirst: boolean): Sql => sql`
  head as (
    select number, min(${monthFirst ? sql`placed_month_first` : sql`placed_day_first`}) as placed_at, ${STATUS} as status,
      sum(total_cents) as total_cents, min(currency) as currency, count(*) as line_count, ${firstOf(sql`customer`)} as customer,
      ${firstOf(sql`coalesce(valid_email, email)`)} as email, ${firstOf(sql`coalesce(valid_phone, phone)`)} as phone,
      ${firstOf(sql`name`)} as name, ${firstOf(sql`address`)} as address, ${firstOf(sql`city`)} as city,
      ${firstOf(sql`postal_code`)} as postal_code, ${firstOf(sql`country`)} as country,
      md5(string_agg(json_build_array(sku, description, quantity, unit_price)::text, ',' order by line)) as lines
    from import_line where ${inRange(range)} group by number),
  wanted as (
    select *, md5(json_build_array(extract(epoch from placed_at), status, currency, customer, email, phone, name, country, lines)::text
      || coalesce(address, '') || coalesce(city, '') || coalesce(postal_code, '')) as hash
    from head)`;

/** New ones come in; those known only get what was empty: what somebody wrote by hand is not overwritten by a file. */
async function upsertCustomers(ctx: Context, range: Range): Promise<void> {
  await ctx.query(sql`
    with found as (
      select customer as external_id, ${firstOf(sql`name`)} as name, ${firstOf(sql`valid_email`)} as email, ${firstOf(sql`valid_phone`)} as phone
      from import_line where ${inRange(range)} and customer is not null group by customer),
    filled as (
      update customer known set name = case when found.name is null or known.name <> 'Client ' || known.external_id then known.name else found.name end,
        email = coalesce(known.email, found.email), phone = coalesce(known.phone, found.phone), version = version + 1, updated_at = now()
      from found where known.external_id = found.external_id and (
        (known.email is null and found.email is not null) or (known.phone is null and found.phone is not null)
        or (found.name <> known.name and known.name = 'Client ' || known.external_id)))
    insert into customer (reference, kind, name, email, phone, external_id)
    select 'C-' || case when length(serial) < 5 then lpad(serial, 5, '0') else serial end, 'COMPANY', coalesce(name, 'Client ' || external_id), email, phone, external_id
    from (select found.*, nextval('customer_reference')::text as serial from found
      where not exists (select from customer_by_external_id known where known.external_id = found.external_id) order by external_id) fresh
    on conflict (external_id) do nothing`);
}

async function writeLines(ctx: Context, orderIds: string[], replaced: string[]): Promise<void> {
  if (orderIds.length === 0) return;
  if (replaced.length > 0) await ctx.query(sql`delete from order_line where order_id = any(${replaced}::uuid[])`);
  await ctx.query(sql`
    insert into order_line (order_id, position, sku, description, quantity, unit_price_cents, total_cents)
    select "order".id, row_number() over (partition by number order by line), sku, import_line.description, quantity, unit_price_cents,
      import_line.total_cents
    from "order" join import_line using (number) where "order".id = any(${orderIds}::uuid[]) order by number, line`);
}
