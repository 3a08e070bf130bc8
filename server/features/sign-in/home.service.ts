import type { Context } from '../../core/context.js';
import { aboutPerson } from '../../core/database/row-security.js';
import { sql } from '../../core/sql.js';
import { hashToken } from '../session/token.service.js';

const DAYS = 90;

/**
 * Where somebody is at home: the browser they signed in with before, or an address they did it from lately. Whoever tries their
 * account elsewhere does not keep them out here. The account is an e-mail address or a user's id; null when they were never here.
 */
export async function homeOf(account: string, ctx: Context): Promise<string | null> {
  const { deviceToken, ip } = ctx.request;
  const theirs = sql`json_object(
    'device': (select d.id from device d join they on d.user_id = they.id where d.hash = ${deviceToken && hashToken(deviceToken)}),
    'address': exists (select from session s join they on s.user_id = they.id
      where s.ip = ${ip} and s.created_at > now() - make_interval(days => ${DAYS}::int)))`;
  const [found] = await ctx.query<{ home: { device: string | null; address: boolean } }>(sql`
    with they as (select id from "user" where email = ${account} or id::text = ${account})
    select ${aboutPerson(sql`they.id`, theirs)} as home from they`);
  if (!found) return null;
  const { device, address } = found.home;
  return device ?? (address ? ip : null);
}

/** Whose sign-in waits for a second factor. */
export async function whoseChallenge({ input }: Record<string, unknown>, ctx: Context): Promise<string | null> {
  const { challengeId } = input as { challengeId?: string | null };
  if (!challengeId) return null;
  const [found] = await ctx.query<{ id: string }>(sql`
    select user_id as id from sign_in_challenge where hash = ${hashToken(challengeId)}`);
  return found?.id ?? null;
}
