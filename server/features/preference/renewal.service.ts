import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { ConsentChannel, type ConsentPurpose, ConsentStatus } from '../consent/consent.entity.js';
import { ConsentMethod } from '../consent/consent-event.entity.js';
import { canContact, dayIn } from '../consent/consent-gate.service.js';
import { writeConsent } from '../consent/consent-writing.service.js';
import { PREFERENCES } from '../consent/preference-link.rules.js';
import { sendMail } from '../mail/mail.service.js';
import './preference.words.js';

const AT_ONCE = 200;
const DAYS_BEFORE = 30;

interface Standing {
  customerId: string;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  expiresAt: Date;
}

const standing = sql`s.customer_id as "customerId", s.purpose, s.channel, s.expires_at as "expiresAt"`;

/** Writes down which agreements are over: the gate knows without it. Answers how many; what was written down already stays so. */
export async function expireConsents(ctx: Context, signal?: AbortSignal): Promise<number> {
  for (let expired = 0; ; ) {
    const over = await ctx.query<Standing>(sql`
      select ${standing} from consent_state s where s.status = 'GRANTED' and s.expires_at <= now()
      order by s.expires_at limit ${AT_ONCE}::int`);
    for (const { expiresAt, ...one } of over) {
      if (signal?.aborted) return expired;
      await ctx.db.transaction(async (transaction) => {
        const inside = ctx.inside(transaction);
        await inside.query(sql`select from customer where id = ${one.customerId} for update`);
        // Given again in the meantime, it holds on.
        const still = await inside.query(sql`
          select from consent_state where customer_id = ${one.customerId} and purpose = ${one.purpose} and channel = ${one.channel}
            and status = 'GRANTED' and expires_at <= now()`);
        if (still.length === 0) return;
        await writeConsent(inside, { ...one, action: ConsentStatus.EXPIRED, method: ConsentMethod.SYSTEM, at: expiresAt });
      });
      expired += 1;
    }
    if (over.length < AT_ONCE) return expired;
  }
}

/** Asks once by e-mail, while that is still allowed, before an agreement to e-mails ends. Answers how many were asked. */
export async function remindRenewals(ctx: Context, signal?: AbortSignal): Promise<number> {
  const ending = await ctx.query<Standing & { email: string }>(sql`
    select ${standing}, c.email from consent_state s join customer c on c.id = s.customer_id
    where s.status = 'GRANTED' and s.channel = 'EMAIL' and s.expires_at > now()
      and s.expires_at <= now() + make_interval(days => ${DAYS_BEFORE}::int) and c.email is not null
      and not exists (select from consent_reminder r where r.customer_id = s.customer_id and r.purpose = s.purpose
        and r.channel = s.channel and r.expires_at = date_trunc('milliseconds', s.expires_at))
    order by s.expires_at limit 1000`);
  let asked = 0;
  for (const one of ending) {
    if (signal?.aborted) break;
    const { allowed } = await canContact(ctx, one.customerId, one.purpose, ConsentChannel.EMAIL);
    if (allowed && (await ctx.db.transaction((transaction) => remind(ctx.inside(transaction), one)))) asked += 1;
  }
  return asked;
}

async function remind(
  ctx: Context,
  { customerId, purpose, channel, expiresAt, email }: Standing & { email: string },
): Promise<boolean> {
  const first = await ctx.query(sql`
    insert into consent_reminder (customer_id, purpose, channel, expires_at)
    values (${customerId}, ${purpose}, ${channel}, ${expiresAt}::timestamptz) on conflict do nothing returning customer_id`);
  if (first.length === 0) return false;
  const params = {
    purpose: say(`purpose.${purpose}`, ctx.locale),
    date: dayIn(ctx.locale, expiresAt),
    link: `${ctx.services.origin}${PREFERENCES}`,
  };
  await sendMail(ctx, {
    to: email,
    purpose,
    customerId,
    subject: say('renew.subject', ctx.locale, params),
    paragraphs: say('renew.text', ctx.locale, params).split('\n\n'),
  });
  return true;
}
