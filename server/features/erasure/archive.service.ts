import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { type ArchivedContent, contentOf } from './archived-content.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';

/** What was erased is read for a reason, and that it was stays in the trail. */
export async function openArchivedInvoice(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<{ invoice: ArchivedInvoice; content: ArchivedContent }> {
  const invoice = await lockVisible(ctx, ArchivedInvoice, id);
  if (!invoice) throw notFound();
  const why = reason.trim();
  if (!why) throw new UserError('BLANK', ['input', 'reason']);
  await audit(ctx, 'archivedInvoice.open', invoice, { reason: [null, why] });
  return { invoice, content: contentOf(invoice.content) };
}
