import { authorize } from '../../core/access.js';
import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { once } from '../../core/idempotency.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { customerById } from '../customer/customer.relations.js';
import { projectById } from '../project/project.relations.js';
import { Invoice, InvoiceStatus, OperationCategory } from './invoice.entity.js';
import type { CreateInvoiceInput, InvoiceFields, InvoiceLineInput } from './invoice.input.js';
import { invoiceById } from './invoice.relations.js';
import { daysAfter, isTooMuch, netOf, thousandthsOf, today, totalsOf, VAT_RATES } from './invoice.rules.js';
import './invoice.words.js';
import { InvoiceLine } from './invoice-line.entity.js';

type Line = Omit<InvoiceLine, 'id' | 'invoiceId'>;

/** Begins a draft. */
export async function createInvoice(ctx: Context, input: CreateInvoiceInput): Promise<Invoice> {
  const customer = await load(ctx, customerById, input.customerId);
  authorize(ctx, 'createInvoice', customer);
  const { idempotencyKey, ...asked } = input;
  return once(
    ctx,
    { operation: 'createInvoice', key: idempotencyKey, input: asked },
    async () => {
      const issuedOn = today();
      const empty = ctx.db.create(Invoice, {
        customerId: customer.id,
        status: InvoiceStatus.DRAFT,
        category: OperationCategory.SERVICES,
        issuedOn,
        paymentDays: 30,
      });
      const { fields, lines } = await checked(ctx, empty, asked);
      const { id } = await ctx.db.save(ctx.db.create(Invoice, { ...empty, ...fields }));
      await writeLines(ctx, id, lines!);
      return done(ctx, id, 'invoice.create', changesOf({} as Invoice, fields));
    },
    (id) => load(ctx, invoiceById, id),
  );
}

export async function updateInvoice(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: InvoiceFields,
): Promise<Invoice> {
  const invoice = await lockDraft(ctx, 'update', id);
  refuseStale(invoice, version);
  const { fields, lines } = await checked(ctx, invoice, input);
  const changes = changesOf(invoice, fields);
  if (Object.keys(changes).length === 0 && !lines) {
    await audit(ctx, 'invoice.update', invoice, changes);
    return invoice;
  }
  await ctx.db.save(Object.assign(invoice, fields, { version: invoice.version + 1 }));
  if (lines) {
    await ctx.db.delete(InvoiceLine, { invoiceId: id });
    await writeLines(ctx, id, lines);
  }
  return done(ctx, id, 'invoice.update', changes);
}

/** A draft only: what was issued stays. */
export async function deleteInvoice(ctx: Context, id: string): Promise<string> {
  const invoice = await lockDraft(ctx, 'delete', id);
  await ctx.db.delete(Invoice, { id });
  await audit(ctx, 'invoice.delete', invoice, { title: [invoice.title, null], totalCents: [invoice.totalCents, null] });
  await publish(ctx, { topic: 'invoice', id, about: invoice.customerId });
  return id;
}

/** The draft for changing. Somebody who sees that it is issued is told so. */
export async function lockDraft(ctx: Context, verb: 'update' | 'delete' | 'issue', id: string): Promise<Invoice> {
  const invoice = await lockVisible(ctx, Invoice, id);
  if (invoice && invoice.status !== InvoiceStatus.DRAFT) throw new UserError('NOT_A_DRAFT', ['input', 'id']);
  authorize(ctx, verb, invoice);
  return invoice;
}

/** The row as the database has it now, with its audit entry written and everybody told. */
export async function done(ctx: Context, id: string, action: string, changes: Changes): Promise<Invoice> {
  const invoice = await ctx.db.findOneByOrFail(Invoice, { id });
  await audit(ctx, action, invoice, changes);
  await publish(ctx, { topic: 'invoice', id, about: invoice.customerId });
  return invoice;
}

const writeLines = (ctx: Context, invoiceId: string, lines: readonly Line[]) =>
  ctx.db.insert(
    InvoiceLine,
    lines.map((line) => ({ ...line, invoiceId })),
  );

/** What was typed, as it is kept, with its totals; every mistake at once. */
async function checked(
  ctx: Context,
  invoice: Invoice,
  input: InvoiceFields,
): Promise<{ fields: Partial<Invoice>; lines?: Line[] }> {
  const mistakes: UserError[] = [];
  const fields: Partial<Invoice> = {
    title: input.title == null ? undefined : (tidy(input.title) ?? ''),
    category: input.category ?? undefined,
    suppliedOn: input.suppliedOn,
    paymentDays: input.paymentDays ?? undefined,
    vatMention: input.vatMention === undefined ? undefined : tidy(input.vatMention),
    notes: input.notes === undefined ? undefined : tidy(input.notes),
    projectId: input.projectId,
  };
  fields.dueOn = daysAfter(invoice.issuedOn, fields.paymentDays ?? invoice.paymentDays);
  if (fields.title === '') mistakes.push(new UserError('BLANK', ['input', 'title']));
  if (fields.projectId && (await load(ctx, projectById, fields.projectId))?.customerId !== invoice.customerId)
    mistakes.push(new UserError('NOT_THEIR_PROJECT', ['input', 'projectId']));
  const lines = input.lines ? linesOf(input.lines, mistakes) : undefined;
  if (lines && mistakes.length === 0) Object.assign(fields, sums(lines, mistakes));
  const rates = (fields.vatBreakdown ?? invoice.vatBreakdown ?? []).map(({ rateBp }) => rateBp);
  const mention = fields.vatMention === undefined ? invoice.vatMention : fields.vatMention;
  if (rates.includes(0) && !mention) mistakes.push(new UserError('VAT_MENTION_NEEDED', ['input', 'vatMention']));
  refuseIfAny(mistakes);
  return { fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), lines };
}

function linesOf(inputs: readonly InvoiceLineInput[], mistakes: UserError[]): Line[] {
  return inputs.map(({ label, quantity, unit, unitCents, vatRateBp }, i) => {
    const refuse = (field: string, code: string) => mistakes.push(new UserError(code, ['input', 'lines', String(i), field]));
    const quantityMilli = thousandthsOf(quantity);
    if (tidy(label) === null) refuse('label', 'BLANK');
    if (tidy(unit) === null) refuse('unit', 'BLANK');
    if (quantityMilli === null) refuse('quantity', 'QUANTITY_TOO_FINE');
    else if (quantityMilli <= 0) refuse('quantity', 'QUANTITY_NOT_POSITIVE');
    if (!VAT_RATES.includes(vatRateBp)) refuse('vatRateBp', 'UNKNOWN_VAT_RATE');
    const netCents = netOf({ quantityMilli: quantityMilli ?? 0, unitCents });
    if (isTooMuch(unitCents) || isTooMuch(netCents)) refuse('unitCents', 'INVOICE_TOO_LARGE');
    return {
      position: i + 1,
      label: label.trim(),
      quantityMilli: quantityMilli ?? 0,
      unit: unit.trim(),
      unitCents,
      vatRateBp,
      netCents,
    };
  });
}

function sums(lines: readonly Line[], mistakes: UserError[]): Partial<Invoice> {
  const totals = totalsOf(lines);
  if (isTooMuch(totals.totalCents)) mistakes.push(new UserError('INVOICE_TOO_LARGE', ['input', 'lines']));
  if (totals.totalCents <= 0) mistakes.push(new UserError('NOTHING_TO_PAY', ['input', 'lines']));
  return totals;
}
