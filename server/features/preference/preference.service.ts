import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from '../consent/consent.entity.js';
import { needsConfirmation } from '../consent/consent.service.js';
import { ConsentMethod } from '../consent/consent-event.entity.js';
import { answersFor, type ContactAnswer, canContact } from '../consent/consent-gate.service.js';
import { emailSha256, proofOf } from '../consent/consent-proof.rules.js';
import { currentTextId, writeConsent } from '../consent/consent-writing.service.js';
import { LegalBasis } from '../consent/contact-purpose.entity.js';
import { masked, readPreferenceToken } from '../consent/preference-link.rules.js';
import { askToConfirm, callOffConfirmations } from './consent-confirmation.service.js';
import type { ContactPreferences, SetContactPreferenceInput } from './preference.input.js';
import { PreferenceLinkState } from './preference.input.js';
import './preference.words.js';

/** Whose choices a link is to, and the address it was mailed to. */
interface Holder {
  customerId: string;
  email: string;
}

/** A link works while the address it was mailed to is the customer's, or one of their contacts'. */
export async function holderOf(ctx: Context, token: string): Promise<Holder | PreferenceLinkState> {
  const link = readPreferenceToken(ctx.services.secret, token);
  if (!link) return PreferenceLinkState.UNKNOWN;
  if (link.expires <= new Date()) return PreferenceLinkState.EXPIRED;
  const [found] = await ctx.query<{ email: string }>(sql`
    select email from (select email from customer where id = ${link.customerId}
      union all select email from contact where customer_id = ${link.customerId}) known
    where left(sha256_of(lower(trim(email))), 32) = ${link.address} limit 1`);
  return found ? { customerId: link.customerId, email: found.email } : PreferenceLinkState.REPLACED;
}

/** Changes what hangs on a customer one after the other. */
async function lockedHolder(ctx: Context, token: string): Promise<Holder> {
  const holder = await holderOf(ctx, token);
  if (typeof holder === 'string') throw new UserError(`PREFERENCE_LINK_${holder}`, ['input', 'token']);
  await ctx.query(sql`select from customer where id = ${holder.customerId} for update`);
  // Whose it is was shown by a secret; a change that turns out to be none leaves nothing to write down.
  ctx.audited = true;
  return holder;
}

export async function preferencesOf(ctx: Context, token: string): Promise<ContactPreferences> {
  const holder = await holderOf(ctx, token);
  if (typeof holder === 'string') return { state: holder, email: null, choices: [], texts: [], history: [] };
  const { customerId, email } = holder;
  const waiting = await ctx.query<{ purpose: string; channel: string; until: Date }>(sql`
    select purpose, channel, expires_at as until from consent_confirmation
    where customer_id = ${customerId} and confirmed_at is null and replaced_at is null and expires_at > now()`);
  const choices = (await answersFor(ctx, customerId, new Date())).flatMap(({ status, ...answer }) =>
    status === null
      ? []
      : [
          {
            ...answer,
            status,
            confirmUntil: waiting.find((one) => one.purpose === answer.purpose && one.channel === answer.channel)?.until ?? null,
          },
        ],
  );
  const texts = await ctx.query<ContactPreferences['texts'][number]>(sql`
    select distinct on (purpose) purpose, version, body from consent_text where valid_from <= now()
    order by purpose, version desc, (locale = ${ctx.locale}) desc`);
  const history = await ctx.query<ContactPreferences['history'][number]>(sql`
    select e.purpose, e.channel, e.action, e.method, e.at, t.body as text from consent_event e left join consent_text t on t.id = e.text_id
    where e.customer_id = ${customerId} order by e.at desc, e.seq desc limit 100`);
  return { state: PreferenceLinkState.OPEN, email: masked(email), choices, texts, history };
}

export async function setPreference(ctx: Context, input: SetContactPreferenceInput): Promise<void> {
  const { customerId, email } = await lockedHolder(ctx, input.token);
  const { purpose, channel, agreed } = input;
  const answer = await canContact(ctx, customerId, purpose, channel);
  if (answer.status === null || answer.basis === null)
    throw new UserError(answer.allowed ? 'NO_CONSENT_NEEDED' : `CONTACT_${answer.reason}`, ['input', 'purpose']);
  if (!agreed) return sayNo(ctx, { customerId, email, purpose, channel, answer, method: ConsentMethod.LINK });
  const holds = answer.status === ConsentStatus.GRANTED;
  // Near its end it is given anew, by the link that came to the address.
  if (holds && !endsSoon(answer)) return;
  const said = {
    ...{ customerId, purpose, channel },
    action: ConsentStatus.GRANTED,
    method: ConsentMethod.LINK,
    textId: await currentTextId(ctx, purpose),
    proof: { ...proofOf(ctx.request), emailSha256: emailSha256(email) },
  } as const;
  // Whoever has the link may have got it from somebody else: a yes to e-mails comes from the address itself.
  if (!holds && channel === ConsentChannel.EMAIL && (await needsConfirmation(ctx, purpose))) {
    const own = await addressOfCustomer(ctx, customerId);
    if (own) return askToConfirm(ctx, said, own);
  }
  await writeConsent(ctx, said);
}

const SOON_DAYS = 90;

const endsSoon = ({ expiresAt }: ContactAnswer): boolean =>
  expiresAt !== null && expiresAt.getTime() < Date.now() + SOON_DAYS * 86_400_000;

async function addressOfCustomer(ctx: Context, id: string): Promise<string | null> {
  const [customer] = await ctx.query<{ email: string | null }>(sql`select email from customer where id = ${id}`);
  return customer?.email ?? null;
}

interface No extends Holder {
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  answer: ContactAnswer;
  method: ConsentMethod;
}

const NOS: ReadonlySet<ConsentStatus | null> = new Set([ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED]);

/** As a refusal, a change of mind, or an objection where no agreement was needed. Said twice it is said once. */
async function sayNo(ctx: Context, { customerId, email, purpose, channel, answer, method }: No): Promise<void> {
  await callOffConfirmations(ctx, { customerId, purpose, channel });
  if (NOS.has(answer.status)) return;
  const objects = answer.basis === LegalBasis.LEGITIMATE_INTEREST;
  const action = objects
    ? ConsentStatus.OBJECTED
    : answer.status === ConsentStatus.GRANTED
      ? ConsentStatus.WITHDRAWN
      : ConsentStatus.REFUSED;
  await writeConsent(ctx, {
    ...{ customerId, purpose, channel, action, method },
    proof: { ...proofOf(ctx.request), emailSha256: emailSha256(email) },
  });
}

export async function refuseAll(ctx: Context, token: string): Promise<void> {
  const holder = await lockedHolder(ctx, token);
  for (const { purpose, channel, ...answer } of await answersFor(ctx, holder.customerId, new Date()))
    if (answer.status !== null) {
      if (answer.allowed) await sayNo(ctx, { ...holder, purpose, channel, answer, method: ConsentMethod.LINK });
      else await callOffConfirmations(ctx, { customerId: holder.customerId, purpose, channel });
    }
}

/** The button of a mail program: false where the link is not one of ours. A link that is over still takes back. */
export async function unsubscribe(ctx: Context, token: string, purpose: string): Promise<boolean> {
  const link = readPreferenceToken(ctx.services.secret, token);
  if (!link || !Object.hasOwn(ConsentPurpose, purpose)) return false;
  const asked = { purpose: purpose as ConsentPurpose, channel: ConsentChannel.EMAIL };
  await ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const [customer] = await inside.query(sql`select from customer where id = ${link.customerId} for update`);
    const holder = await holderOf(inside, token);
    // Whose address it was is gone, and nothing is sent there any more: that is what they want.
    if (!customer || holder === PreferenceLinkState.REPLACED) return;
    const email = typeof holder === 'string' ? '' : holder.email;
    const answer = await canContact(inside, link.customerId, asked.purpose, asked.channel);
    if (answer.status === null) return;
    await sayNo(inside, { ...asked, customerId: link.customerId, email, answer, method: ConsentMethod.ONE_CLICK });
  });
  return true;
}
