import { visible } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { forbidden, notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { once } from '../../core/idempotency.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { sql } from '../../core/sql.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Reach } from '../user/role.entity.js';
import { seesMoney } from './finance.relations.js';
import { Invoice } from './invoice.entity.js';
import { isOpen } from './invoice.relations.js';
import { spread, statusOf, today } from './invoice.rules.js';
import './invoice.words.js';
import { Payment } from './payment.entity.js';
import type { CreatePaymentInput } from './payment.input.js';
import { paymentById } from './payment.relations.js';
import { PaymentAllocation } from './payment-allocation.entity.js';

interface Share {
  invoiceId: string;
  amountCents: number;
}
interface Open {
  id: string;
  number: string;
  dueCents: number;
  totalCents: number;
  paidCents: number;
}

/** Records money that came. It never goes beyond what is due, however many come at once. */
export async function createPayment(ctx: Context, input: CreatePaymentInput): Promise<Payment> {
  const customer = await load(ctx, customerById, input.customerId);
  if (!customer) throw notFound();
  if (!(await mayPay(ctx, customer.id))) throw forbidden();
  const { idempotencyKey, ...asked } = input;
  return once(
    ctx,
    { operation: 'createPayment', key: idempotencyKey, input: asked },
    () => record(ctx, customer, asked),
    (id) => load(ctx, paymentById, id),
  );
}

/** Our own people, and the customer's members who see its money. */
async function mayPay(ctx: Context, customerId: string): Promise<boolean> {
  if (ctx.viewer.reach !== Reach.STAFF && ctx.viewer.reach !== Reach.CLIENT) return false;
  const [{ yes }] = await ctx.query<{ yes: boolean }>(sql`select ${seesMoney(ctx.viewer, sql`${customerId}::uuid`)} as yes`);
  return yes;
}

async function record(ctx: Context, customer: Customer, input: CreatePaymentInput): Promise<Payment> {
  const paidOn = input.paidOn ?? today();
  refuseIfAny([
    ...(input.amountCents > 0 ? [] : [new UserError('AMOUNT_NOT_POSITIVE', ['input', 'amountCents'])]),
    ...(paidOn > today() ? [new UserError('PAID_IN_THE_FUTURE', ['input', 'paidOn'])] : []),
  ]);
  const open = await lockOpen(ctx, customer.id);
  const shares = input.allocations ? chosen(input, input.allocations, open) : spread(input.amountCents, open);
  if (!shares) throw new UserError('OVERPAID', ['input', 'amountCents']);
  const { id } = await ctx.db.save(
    ctx.db.create(Payment, {
      customerId: customer.id,
      amountCents: input.amountCents,
      method: input.method,
      paidOn,
      reference: tidy(input.reference),
      recordedById: ctx.viewer.id,
    }),
  );
  await ctx.db.insert(
    PaymentAllocation,
    shares.map((share) => ({ ...share, paymentId: id })),
  );
  for (const share of shares) await settle(ctx, customer, share, open.find((invoice) => invoice.id === share.invoiceId)!);
  const payment = await ctx.db.findOneByOrFail(Payment, { id });
  await audit(ctx, 'payment.create', payment, { amountCents: [null, payment.amountCents] });
  return payment;
}

/** What can be paid, the first due first, always locked in this order: a second payer waits, then sees what the first one left. */
async function lockOpen(ctx: Context, customerId: string): Promise<Open[]> {
  const it = sql`it`;
  const rows = await ctx.query<Record<keyof Open, string>>(sql`
    select it.id, it.number, it.due_cents as "dueCents", it.total_cents as "totalCents", it.paid_cents as "paidCents" from invoice ${it}
    where it.customer_id = ${customerId} and ${isOpen(it)} and ${visible(ctx.viewer, Invoice, it)}
    order by it.due_on, it.id for update`);
  return rows.map(({ id, number, ...cents }) => ({
    id,
    number,
    dueCents: Number(cents.dueCents),
    totalCents: Number(cents.totalCents),
    paidCents: Number(cents.paidCents),
  }));
}

/** The payer's own parts, once they are right. */
function chosen({ amountCents }: CreatePaymentInput, shares: readonly Share[], open: readonly Open[]): Share[] {
  const mistakes: UserError[] = [];
  const seen = new Set<string>();
  shares.forEach((share, i) => {
    const refuse = (field: string, code: string) =>
      mistakes.push(new UserError(code, ['input', 'allocations', String(i), field]));
    const invoice = open.find(({ id }) => id === share.invoiceId);
    if (!invoice) refuse('invoiceId', 'UNKNOWN_INVOICE');
    else if (seen.has(invoice.id)) refuse('invoiceId', 'INVOICE_TWICE');
    else if (share.amountCents <= 0) refuse('amountCents', 'AMOUNT_NOT_POSITIVE');
    else if (share.amountCents > invoice.dueCents) refuse('amountCents', 'OVERPAID');
    seen.add(share.invoiceId);
  });
  const sum = shares.reduce((total, share) => total + share.amountCents, 0);
  if (mistakes.length === 0 && sum !== amountCents) mistakes.push(new UserError('ALLOCATIONS_DIFFER', ['input', 'amountCents']));
  refuseIfAny(mistakes);
  return shares.map(({ invoiceId, amountCents: part }) => ({ invoiceId, amountCents: part }));
}

async function settle(ctx: Context, customer: Customer, { invoiceId, amountCents }: Share, invoice: Open): Promise<void> {
  const paidCents = invoice.paidCents + amountCents;
  const status = statusOf({ totalCents: invoice.totalCents, paidCents });
  // Its parts may have been recorded in another order than they were paid in.
  await ctx.query(sql`
    update invoice set paid_cents = ${paidCents}, status = ${status}, version = version + 1,
      paid_on = case when ${status} = 'PAID' then (select max(paid.paid_on) from payment_allocation part
        join payment paid on paid.id = part.payment_id where part.invoice_id = ${invoiceId}) end
    where id = ${invoiceId}`);
  await publish(ctx, { topic: 'invoice', id: invoiceId, about: customer.id });
  const details = { number: invoice.number, amountCents, currency: 'EUR' };
  await noteActivity(ctx, {
    customerId: customer.id,
    kind: ActivityKind.PAYMENT_RECEIVED,
    details,
    audience: 'EVERYONE',
    subject: { type: 'Invoice', id: invoiceId },
  });
  await notify(ctx, [customer.managerId], { kind: NotificationKind.PAYMENT_RECEIVED, details, link: `/invoices/${invoiceId}` });
}
