import { anonymous, type Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { type Sql, sql } from '../../core/sql.js';
import type { Locale } from '../../core/words.js';
import type { ConsentChannel, ConsentPurpose, ConsentStatus } from './consent.entity.js';
import type { LegalBasis } from './contact-purpose.entity.js';
import type { ContactReason } from './contact-refusal.entity.js';
import './consent.words.js';

export interface ContactAnswer {
  allowed: boolean;
  reason: ContactReason;
  /** Null where the purpose or the way is closed. */
  basis: LegalBasis | null;
  /** Where they stand; null where the purpose needs no word of theirs. */
  status: ConsentStatus | null;
  since: Date | null;
  expiresAt: Date | null;
}

const columns = sql`answer.allowed, answer.reason, answer.basis, answer.status, answer.since, answer.expires_at as "expiresAt"`;

/**
 * The one question before anybody is reached: may this customer be, for this purpose, by this way, at that moment? Refused unless
 * something allows it. Without a customer only what needs no consent is allowed.
 */
export async function canContact(
  ctx: Pick<Context, 'query'>,
  customerId: string | null,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
  at = new Date(),
): Promise<ContactAnswer> {
  const [answer] = await ctx.query<ContactAnswer>(
    sql`select ${columns} from contact_answer(${customerId}::uuid, ${purpose}, ${channel}, ${at}::timestamptz) answer`,
  );
  return answer;
}

/** As a condition on a row of customers, for lists of whom to call or to write to. */
export const contactable = (row: Sql, purpose: ConsentPurpose, channel: ConsentChannel): Sql =>
  sql`(select answer.allowed from contact_answer(${row}.id, ${purpose}, ${channel}, now()) answer)`;

/** The same question for every purpose and way. */
export const answersFor = (
  ctx: Pick<Context, 'query'>,
  customerId: string,
  at: Date,
): Promise<(ContactAnswer & { purpose: ConsentPurpose; channel: ConsentChannel })[]> =>
  ctx.query(sql`
    select p.code as purpose, way.channel, ${columns}
    from contact_purpose p
    cross join unnest(array['EMAIL', 'SMS', 'PHONE', 'POST']) with ordinality way(channel, place)
    cross join contact_answer(${customerId}::uuid, p.code, way.channel, ${at}::timestamptz) answer
    order by p.id, way.place`);

/** A day in Paris, in words. */
export const dayIn = (locale: Locale, at: Date): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);

/** The answer no, as a mistake a person is told of. */
export const refusalOf = (ctx: Context, { reason, since }: ContactAnswer, path: string[]): UserError =>
  new UserError(`CONTACT_${reason}`, path, { date: since ? dayIn(ctx.locale, since) : '' });

interface Refused {
  customerId: string | null;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  reason: ContactReason;
  mailId?: string;
}

/** Writes down that somebody was kept from reaching them: at once, whatever becomes of the transaction that was refused. */
export async function noteRefusal(ctx: Context, { customerId, purpose, channel, reason, mailId }: Refused): Promise<void> {
  const actorId = ctx.viewer.id === anonymous.id ? null : (ctx.viewer.actor?.id ?? ctx.viewer.id);
  await ctx.db.connection.query(
    'insert into contact_refusal (customer_id, purpose, channel, reason, actor_id, mail_id) values ($1, $2, $3, $4, $5, $6)',
    [customerId, purpose, channel, reason, actorId, mailId ?? null],
  );
}
