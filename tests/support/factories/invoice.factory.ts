import { randomUUID } from 'node:crypto';
import { Invoice, InvoiceStatus } from '../../../server/features/invoice/invoice.entity.js';
import { daysAfter, netOf, today, totalsOf } from '../../../server/features/invoice/invoice.rules.js';
import { InvoiceLine } from '../../../server/features/invoice/invoice-line.entity.js';
import { Payment, PaymentMethod } from '../../../server/features/invoice/payment.entity.js';
import { PaymentAllocation } from '../../../server/features/invoice/payment-allocation.entity.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;
type Line = Partial<Pick<InvoiceLine, 'label' | 'quantityMilli' | 'unitCents' | 'vatRateBp'>>;

const seller = { name: 'Prisme Services', legalForm: 'SAS', siret: '91248736000014' } as Invoice['seller'];

/** An invoice of one line at 100.00 and 20 % VAT, issued today, unless said. A draft has no number. */
export async function invoice(
  { database }: Server,
  customerId: string,
  { lines = [{}], ...fields }: Partial<Omit<Invoice, 'lines'>> & { lines?: Line[] } = {},
): Promise<Invoice> {
  const issuedOn = fields.issuedOn ?? today();
  const whole = lines.map((line, i) => {
    const amounts = { quantityMilli: 1000, unitCents: 10_000, vatRateBp: 2000, ...line };
    return { label: `Prestation ${i + 1}`, unit: 'jour', ...amounts, position: i + 1, netCents: netOf(amounts) };
  });
  const isDraft = fields.status === InvoiceStatus.DRAFT;
  // The database lets lines in beside their invoice, not afterwards.
  return database.transaction(async (db) => {
    const { id } = await db.save(
      db.create(Invoice, {
        customerId,
        status: InvoiceStatus.ISSUED,
        title: 'Maintenance',
        issuedOn,
        dueOn: daysAfter(issuedOn, fields.paymentDays ?? 30),
        ...totalsOf(whole),
        ...(isDraft
          ? {}
          : {
              number: `T-${randomUUID().slice(0, 13)}`,
              issuedAt: new Date(`${issuedOn}T09:00:00Z`),
              seller,
              buyer: { name: 'Client' },
            }),
        ...(fields as object),
      }),
    );
    await db.insert(
      InvoiceLine,
      whole.map((line) => ({ ...line, invoiceId: id })),
    );
    return db.findOneByOrFail(Invoice, { id });
  });
}

/** A payment of all that is due of an issued invoice, today, unless said. */
export async function payment(
  { database }: Server,
  invoiceId: string,
  recordedById: string,
  { amountCents, paidOn = today() }: { amountCents?: number; paidOn?: string } = {},
): Promise<Payment> {
  return database.transaction(async (db) => {
    const paid = await db.findOneByOrFail(Invoice, { id: invoiceId });
    const amount = amountCents ?? paid.dueCents;
    const made = await db.save(
      db.create(Payment, {
        customerId: paid.customerId,
        amountCents: amount,
        method: PaymentMethod.TRANSFER,
        paidOn,
        recordedById,
      }),
    );
    await db.insert(PaymentAllocation, { paymentId: made.id, invoiceId, amountCents: amount });
    const whole = amount === paid.dueCents;
    const status = whole ? InvoiceStatus.PAID : InvoiceStatus.PARTIALLY_PAID;
    await db.update(Invoice, { id: invoiceId }, { paidCents: paid.paidCents + amount, status, paidOn: whole ? paidOn : null });
    return made;
  });
}
