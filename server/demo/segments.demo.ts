import type { Context } from '../core/context.js';
import { type Sql, sql } from '../core/sql.js';
import { refreshSegments } from '../features/segment/segment-refresh.service.js';
import type { Scene } from './scene.js';

/** Since when the segments are kept. */
const KEPT_DAYS = 90;

const ours = [
  {
    key: 'companies_finistere',
    name: 'Entreprises du Finistère',
    description: 'Pour la tournée commerciale du mois.',
    colour: 'BLUE',
    rule: {
      version: 1,
      match: 'ALL',
      of: [
        { field: 'customer.kind', op: 'ANY_OF', value: ['COMPANY'] },
        { field: 'customer.department', op: 'ANY_OF', value: ['29'] },
        { field: 'customer.status', op: 'ANY_OF', value: ['ACTIVE'] },
      ],
    },
    needs: [],
  },
  {
    key: 'big_baskets_asleep',
    name: 'Gros paniers à réveiller',
    description: null,
    colour: 'ORANGE',
    rule: {
      version: 1,
      match: 'ALL',
      of: [
        { field: 'orders.average', op: 'AT_LEAST', value: 50_000 },
        {
          match: 'ANY',
          of: [
            { field: 'orders.last', op: 'NOT_IN_LAST', value: 60 },
            { field: 'invoices.overdue', op: 'MORE', value: 0 },
          ],
        },
      ],
    },
    needs: ['invoice.read', 'order.read'],
  },
];

/** Everybody in their segments, with who came and left since: the days tell of themselves, from orders and what is overdue. */
export async function addSegments(ctx: Context, { people }: Scene): Promise<void> {
  for (const { key, name, description, colour, rule, needs } of ours)
    await ctx.query(sql`
      insert into customer_segment (key, name, description, colour, rule, needs, created_by_id)
      values (${key}, ${name}, ${description}, ${colour}, ${JSON.stringify(rule)}::jsonb, ${needs}::text[], ${people.nadia})`);
  await refreshSegments(ctx);
  const order = (which: Sql) => sql`
    select o.customer_id, ${which} as at from "order" o where o.status = 'CONFIRMED' and o.customer_id is not null group by 1`;
  const [first, last] = [order(sql`min(o.placed_at)`), order(sql`max(o.placed_at)`)];
  await came(ctx, 'new', first, 0);
  await left(ctx, 'new', first, 90);
  await came(ctx, 'at_risk', last, 180);
  await came(ctx, 'sleeping', last, 365);
  await came(ctx, 'occasional', last, 0);
  await ctx.query(sql`
    update customer_segment set filled_at = now() - make_interval(days => ${KEPT_DAYS}::integer),
      created_at = least(created_at, now() - make_interval(days => ${KEPT_DAYS + 1}::integer))`);
  await ctx.query(sql`
    insert into segment_follower (segment_id, user_id)
    select id, ${people.nadia}::uuid from customer_segment where key in ('at_risk', 'unpaid')`);
}

const inTime = (at: Sql) => sql`${at} between now() - make_interval(days => ${KEPT_DAYS}::integer) and now()`;

/** Who is in it came so many days after that; those long in it were there when it was first filled. */
async function came(ctx: Context, key: string, since: Sql, days: number): Promise<void> {
  const at = sql`since.at + make_interval(days => ${days}::integer)`;
  await ctx.query(sql`
    with dated as (
      update segment_member inside set entered_at = greatest(${at}, now() - make_interval(days => ${KEPT_DAYS}::integer))
      from customer_segment segment, (${since}) since
      where segment.key = ${key} and inside.segment_id = segment.id and since.customer_id = inside.customer_id and ${at} <= now()
      returning inside.segment_id, inside.customer_id, inside.entered_at, ${inTime(at)} as lately)
    insert into segment_change (segment_id, customer_id, entered, cause, at)
    select segment_id, customer_id, true, 'CUSTOMER', entered_at from dated where lately`);
}

/** Who is not in it any more left so many days after that. */
async function left(ctx: Context, key: string, since: Sql, days: number): Promise<void> {
  const at = sql`since.at + make_interval(days => ${days}::integer)`;
  await ctx.query(sql`
    insert into segment_change (segment_id, customer_id, entered, cause, at)
    select segment.id, since.customer_id, false, 'CUSTOMER', ${at} from customer_segment segment, (${since}) since
    where segment.key = ${key} and ${inTime(at)} and not exists (
      select from segment_member inside where inside.segment_id = segment.id and inside.customer_id = since.customer_id)`);
}
