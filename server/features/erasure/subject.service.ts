import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import type { Subject } from './personal-data.rules.js';

/** What is known of somebody before it goes: their accounts, addresses, names, and what hangs on them. */
export interface Found {
  users: string[];
  emails: string[];
  phones: string[];
  names: string[];
  references: string[];
  things: string[];
}

/** A first name alone stands for too many people to be looked for elsewhere. */
const SHORTEST_NAME = 4;

export async function findSubject(ctx: Context, customerId: string): Promise<Found> {
  const id = sql`${customerId}::uuid`;
  const [found] = await ctx.query<Found>(sql`
    with account as (
      -- Who is also a member elsewhere, or works for us, stays.
      select u.* from "user" u join membership m on m.user_id = u.id and m.customer_id = ${id}
      where not exists (select from membership other where other.user_id = u.id and other.customer_id <> ${id})
        and not exists (select from user_role given join role on role.id = given.role_id where given.user_id = u.id and role.reach <> 'client')),
    person as (
      select name, email, phone, external_id from customer where id = ${id}
      union all select name, email, phone, null from contact where customer_id = ${id}
      union all select name, email, phone, null from account
      -- A record that was merged into theirs.
      union all select other_name, other_before ->> 'email', other_before ->> 'phone', other_external_id from customer_merge
        where customer_id = ${id})
    select array(select id from account) as users,
      array(select distinct lower(email) from person where email is not null) as emails,
      array(select distinct phone from person where phone is not null) as phones,
      array(select distinct name from person where length(name) >= ${SHORTEST_NAME}) as names,
      array(select external_id from person where external_id is not null) as references,
      array(select ${id} union select id from project where customer_id = ${id} union select id from mission where customer_id = ${id}
        union select id from invoice where customer_id = ${id} union select id from "order" where customer_id = ${id}
        union select id from opportunity where customer_id = ${id} union select id from document where customer_id = ${id}
        union select id from data_subject_request where customer_id = ${id}) as things`);
  return found;
}

export const subjectOf = (customerId: string, { users, emails, phones, names, things }: Found): Subject => ({
  customer: sql`${customerId}::uuid`,
  users: sql`${users}::uuid[]`,
  known: sql`${[...names, ...emails, ...phones]}::text[]`,
  addresses: sql`${[...emails, ...phones]}::text[]`,
  things: sql`${things}::uuid[]`,
});
