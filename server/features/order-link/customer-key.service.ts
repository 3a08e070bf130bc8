import type { Context } from '../../core/context.js';
import { rowCount, sql } from '../../core/sql.js';
import { blocksOf, MOST_IN_BLOCK } from '../matching/block.rules.js';
import { type Counted, counted, expectedFrom, type Frequencies, type Seen, valuesOf } from '../matching/frequency.rules.js';
import { type Known, MOST_IDENTIFIERS, profileOf } from '../matching/profile.rules.js';

const MANY = rowCount(MOST_IDENTIFIERS);

/**
 * What is known of each customer that matching looks at. Ids are sorted as text: right after an import PostgreSQL knows nothing
 * of these tables yet, and for the first few by id it would walk all rows of all customers.
 */
const SOURCES = sql`
  select it.id, json_build_object('email', it.email, 'phone', it.phone, 'name', it.name,
    -- A company is its SIREN, which ends its French VAT number too.
    'legalId', case when it.siret is not null then left(it.siret, 9) when it.vat_number like 'FR%' then right(it.vat_number, 9) else it.vat_number end,
    'emails', array(select email from contact where customer_id = it.id and email is not null order by id::text desc limit ${MANY})
      || array(select member.email from membership join "user" member on member.id = membership.user_id
        where membership.customer_id = it.id order by member.id::text desc limit ${MANY}),
    'verified', exists (select from membership where customer_id = it.id),
    'phones', array(select phone from contact where customer_id = it.id and phone is not null order by id::text desc limit ${MANY}),
    'places', (select coalesce(json_agg(json_build_object('address', street, 'city', city, 'postcode', postal_code) order by id), '[]')
      from (select * from address where customer_id = it.id order by id::text limit 6) place))::text as source
  from customer it`;

interface Source {
  email: string | null;
  phone: string | null;
  name: string;
  legalId: string | null;
  emails: string[];
  verified: boolean;
  phones: string[];
  places: { address: string; city: string; postcode: string }[];
}

const knownOf = (id: string, text: string): Known => {
  const { email, phone, name, legalId, emails, verified, phones, places } = JSON.parse(text) as Source;
  return { id, email, phone, name, legalId, also: { emails, phones, places }, emailIsVerified: verified };
};

const AT_ONCE = 1_000;

/** Brings up to date by what customers are looked up: those that changed since, and no others. */
export async function refreshIndex(ctx: Context, signal: AbortSignal): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    signal.throwIfAborted();
    const found = await ctx.query<{ id: string; source: string; hash: string }>(sql`
      select id, source, md5(source) as hash from (${SOURCES} where it.id > ${after} order by it.id limit ${AT_ONCE}) now_ order by id`);
    // Asked apart: in one statement PostgreSQL, which believes the index as empty as it was before the first run, reads all of it for each.
    const kept = await ctx.query<{ id: string; hash: string }>(sql`
      select customer_id as id, source as hash from match_profile where customer_id = any(${found.map(({ id }) => id)}::uuid[])`);
    const hashes = new Map(kept.map(({ id, hash }) => [id, hash]));
    const stale = found.filter(({ id, hash }) => hashes.get(id) !== hash);
    if (stale.length > 0) await ctx.db.transaction((transaction) => keep(ctx.inside(transaction), stale));
    if (found.length < AT_ONCE) return;
    after = found[found.length - 1].id;
  }
}

async function keep(ctx: Context, stale: readonly { id: string; source: string; hash: string }[]): Promise<void> {
  const rows = stale.map(({ id, source, hash }) => ({ id, hash, profile: profileOf(knownOf(id, source)) }));
  const ids = rows.map(({ id }) => id);
  await ctx.query(sql`delete from match_profile where customer_id = any(${ids}::uuid[])`);
  await ctx.query(sql`
    insert into match_profile (customer_id, source, profile)
    select r.id, hash, profile from json_to_recordset(${JSON.stringify(rows)}::json) r (id uuid, hash text, profile jsonb)
      join customer on customer.id = r.id`);
  const keys = rows.flatMap(({ id, profile }) => blocksOf(profile).map((key) => ({ id, key })));
  await ctx.query(sql`
    insert into match_key (key, customer_id) select key, id from json_to_recordset(${JSON.stringify(keys)}::json) r (id uuid, key text)
    where exists (select from match_profile where customer_id = id)`);
  const values = rows.flatMap(({ id, profile }) =>
    Object.entries(valuesOf(profile)).flatMap(([what, found]) => [...new Set(found)].map((value) => ({ id, what, value }))),
  );
  await ctx.query(sql`
    insert into match_value (what, value, customer_id)
    select what, value, id from json_to_recordset(${JSON.stringify(values)}::json) r (id uuid, what text, value text)
    where exists (select from match_profile where customer_id = id)`);
}

/** What is shared by several customers, and how much stands alone. Values of one customer only need no memory. */
export interface Counts {
  frequencies: Frequencies;
  expected: Record<Counted, number>;
  /** Keys that so many have that they find nobody in particular. */
  common: ReadonlySet<string>;
}

export async function countIndex(ctx: Context): Promise<Counts> {
  const [{ size }] = await ctx.query<{ size: string }>(sql`select count(*) as size from match_profile`);
  const seen = await ctx.query<Seen & { what: Counted }>(sql`
    select what, (count(*) filter (where n = 1))::integer as once, (count(*) filter (where n = 2))::integer as twice
    from (select what, count(*) as n from match_value group by what, value) counts group by what`);
  const shared = await ctx.query<{ what: Counted; value: string; n: number }>(sql`
    select what, value, count(*)::integer as n from match_value group by what, value having count(*) > 1`);
  const maps = Object.fromEntries(counted.map((what) => [what, new Map<string, number>()])) as Record<
    Counted,
    Map<string, number>
  >;
  for (const { what, value, n } of shared) maps[what].set(value, n);
  const common = await ctx.query<{ key: string }>(sql`
    select key from match_key group by key having count(*) > ${MOST_IN_BLOCK}`);
  return {
    frequencies: { ...maps, size: Number(size) },
    expected: expectedFrom(Object.fromEntries(seen.map(({ what, once, twice }) => [what, { once, twice }]))),
    common: new Set(common.map(({ key }) => key)),
  };
}
