import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { asPerson } from '../../core/database/row-security.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible } from '../../core/mutation.js';
import { join, name, type Sql, sql } from '../../core/sql.js';
import { sweepSoon } from '../../core/storage/unclaimed.js';
import { Customer } from '../customer/customer.entity.js';
import {
  DataSubjectRequest,
  DataSubjectRequestStatus,
  DataSubjectRight,
} from '../data-subject-request/data-subject-request.entity.js';
import { completeDataSubjectRequest } from '../data-subject-request/request-answer.service.js';
import { suppress } from '../suppression/suppression.service.js';
import { User } from '../user/user.entity.js';
import { personalData } from './all-data.rules.js';
import { Erasure } from './erasure.entity.js';
import type { EraseCustomerInput } from './erasure.input.js';
import { linesOf, obstaclesTo } from './erasure-preview.service.js';
import { blanked, Fate, type Subject, type TableRule } from './personal-data.rules.js';
import { type Found, findSubject, subjectOf } from './subject.service.js';

const bare = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Everything of a customer goes that nothing keeps; what is kept says no more whose it was, but in the archive. */
export async function eraseCustomer(ctx: Context, input: EraseCustomerInput): Promise<Customer> {
  const customer = await lockVisible(ctx, Customer, input.id);
  authorize(ctx, 'erase', customer);
  const request = input.requestId ? await requestOf(ctx, customer.id, input.requestId) : null;
  const obstacles = await obstaclesTo(ctx, customer);
  refuseIfAny([
    ...obstacles.map(({ code }) => new UserError(code, ['input', 'id'])),
    ...(bare(input.name) === bare(customer.name) ? [] : [new UserError('ERASE_NAME_DIFFERS', ['input', 'name'])]),
    ...(request && !input.answer?.trim() ? [new UserError('ERASE_ANSWER_NEEDED', ['input', 'answer'])] : []),
  ]);
  return eraseNow(ctx, customer, request && { request, answer: input.answer! });
}

interface Answering {
  request: DataSubjectRequest;
  answer: string;
}

/** Whoever does it has locked the customer, and seen that nothing is in its way. */
export async function eraseNow(ctx: Context, customer: Customer, answering: Answering | null = null): Promise<Customer> {
  const found = await findSubject(ctx, customer.id);
  const subject = subjectOf(customer.id, found);
  const report = (await linesOf(ctx, subject)).map(({ what, fate, count }) => ({ what, fate, count }));
  const request = answering?.request;
  const answered = request && { id: request.id, person: request.person, contact: await contactOf(ctx, request) };
  await eraseAll(ctx, customer.id, subject, found);
  await suppress(ctx, [
    ...found.emails.map((text) => ({ kind: 'EMAIL' as const, text })),
    ...found.phones.map((text) => ({ kind: 'PHONE' as const, text })),
    ...found.references.map((text) => ({ kind: 'REFERENCE' as const, text })),
  ]);
  await ctx.db.save(
    ctx.db.create(Erasure, { customerId: customer.id, requestId: request?.id ?? null, report, erasedById: personIn(ctx) }),
  );
  const erased = await ctx.db.findOneByOrFail(Customer, { id: customer.id });
  await audit(ctx, 'customer.erase', erased, { records: [null, report] });
  if (answered) await completeDataSubjectRequest(ctx, answered.id, answering!.answer, { asked: answered });
  await publish(ctx, { topic: 'customer', id: customer.id });
  await sweepSoon(ctx);
  return erased;
}

/** Null: the product itself, since what is kept of them was kept long enough. */
const personIn = ({ viewer }: Context): string | null => (viewer.role === 'system' ? null : viewer.id);

/** Where the answer goes, kept in mind while it is erased. */
const contactOf = async (ctx: Context, { contact, userId }: DataSubjectRequest): Promise<string | null> =>
  contact ?? (userId === null ? null : ((await ctx.db.findOneBy(User, { id: userId }))?.email ?? null));

async function requestOf(ctx: Context, customerId: string, id: string): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  const fits =
    request?.customerId === customerId &&
    request.right === DataSubjectRight.ERASURE &&
    request.status === DataSubjectRequestStatus.IDENTIFIED;
  if (!fits) throw new UserError('ERASE_UNKNOWN_REQUEST', ['input', 'requestId']);
  authorize(ctx, 'complete', request);
  return request;
}

/** In the order of the list. What no role of the server may change, the database does by functions of its own. */
async function eraseAll(ctx: Context, customerId: string, subject: Subject, { users, emails, phones }: Found): Promise<void> {
  const id = sql`${customerId}::uuid`;
  await ctx.query(sql`select archive_invoices(${id}), erase_mission_notes(${id})`);
  await ctx.query(sql`
    select erase_consent_notes(it) from (select ${id} as it union select other_id from customer_merge where customer_id = ${id}) whose`);
  for (const user of users) {
    await asPerson(ctx, user);
    for (const { table } of personalData.filter(({ secured }) => secured))
      await ctx.query(sql`delete from ${name(table)} where user_id = ${user}`);
  }
  for (const rule of personalData) {
    if (!rule.of) continue;
    if (rule.fate === Fate.DELETED) await ctx.query(sql`delete from ${name(rule.table)} it where ${rule.of(subject)}`);
    else if (rule.fate === Fate.PSEUDONYMISED && !rule.sealed)
      await ctx.query(sql`update ${name(rule.table)} it set ${blanks(rule)} where ${rule.of(subject)}`);
  }
  // Letters that wait to be written are jobs that hold an address.
  const addresses = [...emails, ...phones];
  await ctx.query(sql`
    delete from graphile_worker._private_jobs it where it.locked_at is null
      and exists (select from unnest(${addresses}::text[]) one where position(one in lower(it.payload::text)) > 0)`);
}

const blanks = (rule: TableRule): Sql =>
  join(
    Object.entries({ ...blanked(rule), ...rule.also }).map(([column, value]) => sql`${name(column)} = ${value}`),
    ', ',
  );
