import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Customer } from '../features/customer/customer.entity.js';
import { Invoice, InvoiceStatus, OperationCategory } from '../features/invoice/invoice.entity.js';
import { daysAfter, netOf, statusOf, thousandthsOf, totalsOf } from '../features/invoice/invoice.rules.js';
import { InvoiceLine } from '../features/invoice/invoice-line.entity.js';
import type { InvoiceBuyer } from '../features/invoice/invoice-party.entity.js';
import { Payment, PaymentMethod } from '../features/invoice/payment.entity.js';
import { PaymentAllocation } from '../features/invoice/payment-allocation.entity.js';
import type { DemoCustomer, Scene } from './scene.js';
import { note } from './told.js';
import { type Bill, billsFor, kervella } from './world/bills.js';
import { later } from './world/clock.js';
import type { Random } from './world/random.js';
import { seller } from './world/seller.js';

type Outcome = 'paid' | 'open' | 'late' | 'part' | 'draft';
interface Planned {
  customer: DemoCustomer;
  bill: Bill;
  at: Date;
  outcome: Outcome;
}

const { TRANSFER, DIRECT_DEBIT, CARD, CHEQUE } = PaymentMethod;
const PAYMENT_DAYS = 30;

/** The number given last, by series. */
export type Series = Map<string, number>;

/** A year of invoices: most are paid, some are late, a few are drafts. They are numbered in the order of their days. */
export function addInvoices(scene: Scene): Series {
  const random = scene.random('invoices');
  const planned = scene.customers
    .flatMap((customer) => plan(scene, random, customer))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const series: Series = new Map();
  for (const one of planned) {
    if (one.outcome === 'draft') {
      write(scene, random, one, null);
      continue;
    }
    const key = `F${scene.clock.day(one.at).slice(0, 4)}`;
    const last = (series.get(key) ?? 0) + 1;
    series.set(key, last);
    write(scene, random, one, `${key}-${String(last).padStart(5, '0')}`);
  }
  return series;
}

/** The next invoice that is issued continues here, and carries this seller. */
export async function keepSeries(ctx: Pick<Context, 'query'>, series: Series): Promise<void> {
  for (const [key, last] of series) await ctx.query(sql`insert into invoice_series (key, last) values (${key}, ${last})`);
  const { address } = seller;
  await ctx.query(sql`
    update company_profile set name = ${seller.name}, legal_form = ${seller.legalForm}, capital_cents = ${seller.capitalCents},
      siret = ${seller.siret}, registry = ${seller.registry}, vat_number = ${seller.vatNumber}, street = ${address.street},
      complement = ${address.complement}, postal_code = ${address.postalCode}, city = ${address.city}, country = ${address.country},
      email = ${seller.email}, phone = ${seller.phone}, iban = ${seller.iban}, bic = ${seller.bic},
      payment_terms = ${seller.paymentTerms}, vat_on_debits = ${seller.vatOnDebits}`);
}

function plan(scene: Scene, random: Random, customer: DemoCustomer): Planned[] {
  const { clock } = scene;
  if (customer.name === 'Transports Kervella')
    return kervella.map(({ daysAgo, outcome, ...bill }) => ({ customer, bill, outcome, at: clock.past(daysAgo, 17, 30) }));
  if (customer.habit === 'none') return [];
  const count = { champion: 9, loyal: 7, promising: 4, fading: 5, new: 1, asleep: 1 }[customer.habit];
  const pays = !customer.tags.includes('contentieux') && !customer.tags.includes('à surveiller');
  return Array.from({ length: random.between(Math.max(1, count - 1), count + 1) }, (): Planned => {
    const oldest = customer.habit === 'new' ? 26 : customer.habit === 'fading' ? 260 : 380;
    const daysAgo = random.between(customer.habit === 'asleep' ? 300 : 2, oldest);
    const lateOdds = pays ? 0.05 : 0.6;
    const outcome: Outcome =
      daysAgo < 8 && random.chance(0.35)
        ? 'draft'
        : daysAgo <= PAYMENT_DAYS
          ? random.chance(0.2)
            ? 'paid'
            : 'open'
          : random.chance(daysAgo < 150 ? lateOdds : lateOdds / 8)
            ? random.chance(0.25)
              ? 'part'
              : 'late'
            : 'paid';
    return {
      customer,
      bill: random.pick(billsFor(customer.trade)),
      at: clock.past(daysAgo, random.between(9, 17), random.between(0, 59)),
      outcome,
    };
  });
}

/** 20 %, and overseas 8.5 %. */
const vatRateAt = ({ postalCode }: DemoCustomer): number => (/^97[124]/.test(postalCode) ? 850 : 2000);

function write(scene: Scene, random: Random, { customer, bill, at, outcome }: Planned, number: string | null): void {
  const { clock, rows } = scene;
  const id = random.id(at);
  const lines = bill.lines.map(([label, quantity, unit, unitCents], i) => {
    const quantityMilli = thousandthsOf(quantity) ?? 0;
    const vatRateBp = vatRateAt(customer);
    return { position: i + 1, label, quantityMilli, unit, unitCents, vatRateBp, netCents: netOf({ quantityMilli, unitCents }) };
  });
  const totals = totalsOf(lines);
  const issuedOn = clock.day(at);
  const dueOn = daysAfter(issuedOn, PAYMENT_DAYS);
  const paidCents = outcome === 'paid' ? totals.totalCents : outcome === 'part' ? Math.round(totals.totalCents * 0.55) : 0;
  const today = clock.day(clock.now);
  // Good payers pay some days before the day, others after; nobody has paid tomorrow.
  const meant = daysAfter(dueOn, random.between(-12, customer.habit === 'fading' ? 25 : 4));
  const paidOn = [issuedOn, meant, today].sort()[1];
  rows.add(Invoice, {
    id,
    number,
    status: number === null ? InvoiceStatus.DRAFT : statusOf({ ...totals, paidCents }),
    title: bill.title,
    category: OperationCategory[bill.category],
    issuedOn,
    suppliedOn: daysAfter(issuedOn, -random.between(0, 4)),
    paymentDays: PAYMENT_DAYS,
    dueOn,
    paidOn: outcome === 'paid' ? paidOn : null,
    currency: 'EUR',
    ...totals,
    paidCents,
    notes: null,
    seller: number === null ? null : seller,
    buyer: number === null ? null : buyerOf(scene, customer),
    createdAt: at,
    issuedAt: number === null ? null : at,
    version: number === null ? 1 : paidCents > 0 ? 3 : 2,
    customerId: customer.id,
  });
  for (const line of lines) rows.add(InvoiceLine, { id: random.id(at), invoiceId: id, ...line });
  if (number === null) return;
  const subject = { type: 'Invoice', id };
  const details = { number, amountCents: totals.totalCents, currency: 'EUR' };
  note(scene, random, {
    customerId: customer.id,
    kind: ActivityKind.INVOICE_ISSUED,
    at,
    author: 'gwen',
    details,
    audience: 'EVERYONE',
    subject,
  });
  if (paidCents > 0) pay(scene, random, customer, { id, number, paidCents, paidOn });
}

function pay(
  scene: Scene,
  random: Random,
  customer: DemoCustomer,
  invoice: { id: string; number: string; paidCents: number; paidOn: string },
): void {
  const at = later(new Date(`${invoice.paidOn}T08:00:00Z`), random.between(0, 400));
  const createdAt = at > scene.clock.now ? later(scene.clock.now, -4) : at;
  const id = random.id(createdAt);
  const method = random.pick([TRANSFER, TRANSFER, TRANSFER, DIRECT_DEBIT, CARD, CHEQUE]);
  scene.rows.add(Payment, {
    id,
    customerId: customer.id,
    amountCents: invoice.paidCents,
    currency: 'EUR',
    method,
    paidOn: invoice.paidOn,
    reference:
      method === TRANSFER ? `VIR ${invoice.number}` : method === CHEQUE ? `Chèque ${random.between(1_000_000, 9_999_999)}` : null,
    recordedById: scene.people.gwen,
    createdAt,
  });
  scene.rows.add(PaymentAllocation, {
    id: random.id(createdAt),
    paymentId: id,
    invoiceId: invoice.id,
    amountCents: invoice.paidCents,
  });
  note(scene, random, {
    customerId: customer.id,
    kind: ActivityKind.PAYMENT_RECEIVED,
    at: createdAt,
    author: 'gwen',
    details: { number: invoice.number, amountCents: invoice.paidCents, currency: 'EUR' },
    audience: 'EVERYONE',
    subject: { type: 'Invoice', id: invoice.id },
  });
}

function buyerOf(scene: Scene, { id, billing }: DemoCustomer): InvoiceBuyer {
  const customer = scene.rows.of(Customer).find((row) => row.id === id)!;
  const { street, complement, postalCode, city, country } = billing;
  return {
    reference: customer.reference!,
    name: customer.name!,
    siren: customer.siret?.slice(0, 9) ?? null,
    siret: customer.siret ?? null,
    vatNumber: customer.vatNumber ?? null,
    address: { street: street!, complement: complement ?? null, postalCode: postalCode!, city: city!, country: country! },
    deliveryAddress: null,
  };
}
