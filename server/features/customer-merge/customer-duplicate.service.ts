import { authorize } from '../../core/access.js';
import { audit, auditAll } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { lockVisible } from '../../core/mutation.js';
import { CustomerDuplicate, CustomerDuplicateStatus } from './customer-duplicate.entity.js';
import { CustomerDuplicateDecision } from './customer-merge.input.js';

/** What somebody decides about a pair; no search changes it from then on. */
export async function reviewCustomerDuplicate(
  ctx: Context,
  id: string,
  decision: CustomerDuplicateDecision,
): Promise<CustomerDuplicate> {
  const pair = await lockVisible(ctx, CustomerDuplicate, id);
  const refuses = decision === CustomerDuplicateDecision.REFUSE;
  authorize(ctx, refuses ? 'refuse' : 'undo', pair);
  const before = pair.status;
  Object.assign(pair, {
    status: refuses ? CustomerDuplicateStatus.REFUSED : CustomerDuplicateStatus.OPEN,
    decidedAt: refuses ? new Date() : null,
    decidedById: refuses ? ctx.viewer.id : null,
  });
  await ctx.db.save(pair);
  await audit(ctx, 'customerDuplicate.review', pair, {
    status: [before, pair.status],
    aId: [null, pair.aId],
    bId: [null, pair.bId],
  });
  return pair;
}

/** Somebody asked for a search of duplicates; what it finds is nobody's doing. */
export async function askForSearch(ctx: Context): Promise<void> {
  const subject = { type: 'User', id: ctx.viewer.id };
  await auditAll(ctx, [{ action: 'customerDuplicate.find', subject, aboutId: null, changes: {} }]);
  ctx.audited = true;
}
