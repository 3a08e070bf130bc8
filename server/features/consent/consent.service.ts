import { authorize } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Reach } from '../user/role.entity.js';
import { type Consent, ConsentChannel, ConsentPurpose, ConsentStatus } from './consent.entity.js';
import type { ConsentSaid, RecordConsentInput, WithdrawConsentInput } from './consent.input.js';
import { consentsByCustomer } from './consent.relations.js';
import { type ConsentEvent, ConsentMethod } from './consent-event.entity.js';
import { proofOf } from './consent-proof.rules.js';
import { type Said, writeConsent } from './consent-writing.service.js';
import './consent.words.js';

/** A contract or the law stands behind these: nobody is asked. */
const NEEDLESS: ReadonlySet<ConsentPurpose> = new Set([ConsentPurpose.ACCOUNT, ConsentPurpose.SERVICE, ConsentPurpose.RIGHTS]);

/** Said by the product, not by people: no form offers them. */
const NOT_SAID: ReadonlySet<ConsentMethod> = new Set([
  ConsentMethod.LINK,
  ConsentMethod.ONE_CLICK,
  ConsentMethod.SYSTEM,
  ConsentMethod.MERGE,
]);

/** Clocks differ a little between a browser and us. */
const LEEWAY_MS = 60_000;

export const recordConsent = (ctx: Context, input: RecordConsentInput): Promise<Consent> =>
  say(ctx, ConsentStatus.GRANTED, input, input.textVersion);

export const withdrawConsent = (ctx: Context, input: WithdrawConsentInput): Promise<Consent> =>
  say(ctx, ConsentStatus[input.answer], input, null);

async function say(
  ctx: Context,
  action: ConsentEvent['action'],
  input: ConsentSaid,
  textVersion: number | null | undefined,
): Promise<Consent> {
  const { purpose, channel } = input;
  const customer = await lockVisible(ctx, Customer, input.customerId);
  authorize(ctx, 'recordConsent', customer);
  const textId = action === ConsentStatus.GRANTED ? await textIdOf(ctx, purpose, textVersion ?? null) : null;
  refuseIfAny([
    ...ownToUs(ctx, input),
    ...(NEEDLESS.has(purpose) ? [new UserError('NO_CONSENT_NEEDED', ['input', 'purpose'])] : []),
    ...(await wrongIn(ctx, input)),
    ...('confirmByEmail' in input && input.confirmByEmail && !isOurs(ctx)
      ? [new UserError('STAFF_ONLY', ['input', 'confirmByEmail'])]
      : []),
    ...('confirmByEmail' in input && input.confirmByEmail && (channel !== ConsentChannel.EMAIL || !customer.email)
      ? [new UserError('NO_ADDRESS_TO_CONFIRM', ['input', 'confirmByEmail'])]
      : []),
    ...(textId === undefined ? [new UserError('UNKNOWN_TEXT', ['input', 'textVersion'])] : []),
  ]);
  const said = {
    customerId: customer.id,
    purpose,
    channel,
    action,
    method: input.method,
    at: input.at ?? new Date(),
    note: tidy(input.note),
    documentId: input.documentId ?? null,
    textId: textId ?? null,
    actorId: ctx.viewer.id,
    proof: isOurs(ctx) ? {} : proofOf(ctx.request),
  };
  if (await waitsForConfirmation(ctx, said, customer, input)) {
    ctx.loaders.clear();
    return consentOf(ctx, customer.id, input);
  }
  await writeConsent(ctx, said);
  return consentOf(ctx, customer.id, input);
}

interface Confirming {
  /** Mails a link that confirms what was said: nothing holds before. */
  ask(ctx: Context, said: Said, email: string): Promise<void>;
  /** What was asked before no longer is. */
  callOff(ctx: Context, said: Said): Promise<void>;
}

let confirming: Confirming | null = null;

/** For a feature below, which writes the mail. */
export function confirmBy(how: Confirming): void {
  confirming = how;
}

/** An agreement to e-mails that did not come from the address itself holds once somebody confirmed it from there. */
async function waitsForConfirmation(ctx: Context, said: Said, { email }: Customer, input: ConsentSaid): Promise<boolean> {
  await confirming?.callOff(ctx, said);
  if (said.action !== ConsentStatus.GRANTED || said.channel !== ConsentChannel.EMAIL || !email || !confirming) return false;
  const asked = isOurs(ctx)
    ? 'confirmByEmail' in input && input.confirmByEmail === true
    : (await needsConfirmation(ctx, said.purpose)) && (await addressOfViewer(ctx)) !== email.toLowerCase();
  if (asked) await confirming.ask(ctx, said, email);
  return asked;
}

export async function needsConfirmation(ctx: Context, purpose: ConsentPurpose): Promise<boolean> {
  const [{ needed }] = await ctx.query<{ needed: boolean }>(
    sql`select double_opt_in as needed from contact_purpose where code = ${purpose}`,
  );
  return needed;
}

/** Proven when they got their account. */
async function addressOfViewer(ctx: Context): Promise<string | undefined> {
  const [user] = await ctx.query<{ email: string }>(sql`select lower(email) as email from "user" where id = ${ctx.viewer.id}`);
  return user?.email;
}

async function consentOf(
  ctx: Context,
  customerId: string,
  { purpose, channel }: Pick<ConsentSaid, 'purpose' | 'channel'>,
): Promise<Consent> {
  const all = await load(ctx, consentsByCustomer, customerId);
  return all.find((consent) => consent.purpose === purpose && consent.channel === channel)!;
}

const isOurs = ({ viewer }: Pick<Context, 'viewer'>): boolean =>
  viewer.reach === Reach.STAFF && viewer.permissions.has('consent.record');

/** The customer's people say it themselves, here and now. */
function ownToUs({ viewer }: Context, input: ConsentSaid): UserError[] {
  if (isOurs({ viewer })) return [];
  const told = [
    ...(input.method !== ConsentMethod.WEB ? ['method'] : []),
    ...(['at', 'note', 'documentId'] as const).filter((field) => input[field] != null),
  ];
  return told.map((field) => new UserError('STAFF_ONLY', ['input', field]));
}

async function wrongIn(ctx: Context, { at, documentId, customerId, method }: ConsentSaid): Promise<UserError[]> {
  const isFuture = at != null && at.getTime() > Date.now() + LEEWAY_MS;
  const proofs =
    documentId == null
      ? []
      : await ctx.query(sql`select from document where id::text = ${documentId} and customer_id::text = ${customerId}`);
  return [
    ...(NOT_SAID.has(method) ? [new UserError('METHOD_OF_OURS', ['input', 'method'])] : []),
    ...(isFuture ? [new UserError('IN_THE_FUTURE', ['input', 'at'])] : []),
    ...(documentId != null && proofs.length === 0 ? [new UserError('UNKNOWN_DOCUMENT', ['input', 'documentId'])] : []),
  ];
}

/** The text in this version, or the current one, in their language; undefined when there is no such version. */
async function textIdOf(ctx: Context, purpose: ConsentPurpose, version: number | null): Promise<string | undefined> {
  const [text] = await ctx.query<{ id: string }>(sql`
    select id from consent_text where purpose = ${purpose} and (${version}::int is null or version = ${version}::int)
      and (${version}::int is not null or valid_from <= now())
    order by version desc, (locale = ${ctx.locale}) desc limit 1`);
  return text?.id;
}
