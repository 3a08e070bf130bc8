import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { type Address, AddressKind } from '../customer/address.entity.js';
import { addressesByCustomer, customerById } from '../customer/customer.relations.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Invoice, InvoiceStatus } from './invoice.entity.js';
import { daysAfter } from './invoice.rules.js';
import { done, lockDraft } from './invoice.service.js';
import type { InvoiceAddress, InvoiceBuyer, InvoiceSeller } from './invoice-party.entity.js';

/** Gives a draft its number and date, and freezes who sold and who bought. */
export async function issueInvoice(ctx: Context, id: string, version: number | null | undefined): Promise<Invoice> {
  const draft = await lockDraft(ctx, 'issue', id);
  refuseStale(draft, version);
  const buyer = await buyerOf(ctx, draft.customerId);
  const seller = await lockSeller(ctx);
  const { number, issuedOn } = await nextNumber(ctx);
  const issued: Partial<Invoice> = {
    number,
    issuedOn,
    dueOn: daysAfter(issuedOn, draft.paymentDays),
    issuedAt: new Date(),
    seller,
    buyer,
    status: InvoiceStatus.ISSUED,
    version: draft.version + 1,
  };
  await ctx.db.update(Invoice, { id }, issued as never);
  const invoice = await done(ctx, id, 'invoice.issue', {
    status: [InvoiceStatus.DRAFT, InvoiceStatus.ISSUED],
    number: [null, number],
  });
  await tell(ctx, invoice, number);
  return invoice;
}

async function tell(ctx: Context, { id, customerId, totalCents, currency }: Invoice, number: string): Promise<void> {
  const details = { number, amountCents: totalCents, currency };
  await noteActivity(ctx, {
    customerId,
    kind: ActivityKind.INVOICE_ISSUED,
    details,
    audience: 'EVERYONE',
    subject: { type: 'Invoice', id },
  });
  const members = await ctx.query<{ user_id: string }>(
    sql`select user_id from membership where customer_id = ${customerId} and finance`,
  );
  await notify(
    ctx,
    members.map(({ user_id }) => user_id),
    { kind: NotificationKind.INVOICE_ISSUED, details, link: `/invoices/${id}` },
  );
}

/** The seller's row is locked before the clock is read: one invoice is issued after the other, so numbers follow the calendar. */
async function lockSeller(ctx: Context): Promise<InvoiceSeller> {
  const [{ seller }] = await ctx.query<{ seller: InvoiceSeller }>(sql`
    select json_object('name': name, 'legalForm': legal_form, 'capitalCents': capital_cents, 'siren': left(siret, 9), 'siret': siret,
      'registry': registry, 'vatNumber': vat_number, 'email': email, 'phone': phone, 'iban': iban, 'bic': bic,
      'paymentTerms': payment_terms, 'vatOnDebits': vat_on_debits, 'address': json_object('street': street, 'complement': complement,
      'postalCode': postal_code, 'city': city, 'country': country)) as seller
    from company_profile for update`);
  return seller;
}

/** The series' row stays locked until the transaction ends, and a rollback gives the number back: there is no gap. */
async function nextNumber(ctx: Context): Promise<{ number: string; issuedOn: string }> {
  const [{ key, last, day }] = await ctx.query<{ key: string; last: number; day: string }>(sql`
    with paris as (select (clock_timestamp() at time zone 'Europe/Paris')::date as day)
    insert into invoice_series (key, last) select 'F' || to_char(day, 'YYYY'), 1 from paris
    on conflict (key) do update set last = invoice_series.last + 1
    returning key, last, (select day::text from paris) as day`);
  return { number: `${key}-${String(last).padStart(5, '0')}`, issuedOn: day };
}

async function buyerOf(ctx: Context, customerId: string): Promise<InvoiceBuyer> {
  const customer = await load(ctx, customerById, customerId);
  const addresses = await load(ctx, addressesByCustomer, customerId);
  if (!customer) throw new Error(`customer ${customerId} of an invoice is not visible to who issues it`);
  const billing = addresses.find(({ kind }) => kind === AddressKind.BILLING) ?? addresses[0];
  const delivery = addresses.find(({ kind }) => kind === AddressKind.DELIVERY);
  return {
    reference: customer.reference,
    name: customer.name,
    siren: customer.siret?.slice(0, 9) ?? null,
    siret: customer.siret,
    vatNumber: customer.vatNumber,
    address: billing ? printed(billing) : null,
    deliveryAddress: delivery && delivery !== billing ? printed(delivery) : null,
  };
}

const printed = ({ street, complement, postalCode, city, country }: Address): InvoiceAddress => ({
  street,
  complement,
  postalCode,
  city,
  country,
});
