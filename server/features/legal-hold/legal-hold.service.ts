import { IsNull } from 'typeorm';
import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { defineWords } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { LegalHold } from './legal-hold.entity.js';
import type { PlaceLegalHoldInput } from './legal-hold.input.js';

defineWords({
  HELD_ALREADY: { fr: 'Ce client est déjà sous conservation.', en: 'This customer is on hold already.' },
});

export async function placeLegalHold(ctx: Context, { customerId, reason }: PlaceLegalHoldInput): Promise<LegalHold> {
  const customer = await lockVisible(ctx, Customer, customerId);
  if (!customer) throw notFound();
  const fields = { customerId: customer.id, reason: reason.trim(), placedById: ctx.viewer.id };
  // The customer is locked, so nobody else places one meanwhile.
  if (await ctx.db.existsBy(LegalHold, { customerId: customer.id, liftedAt: IsNull() }))
    throw new UserError('HELD_ALREADY', ['input', 'customerId']);
  const hold = await ctx.db.save(ctx.db.create(LegalHold, fields));
  await audit(ctx, 'legalHold.place', hold, { held: [false, true] });
  return hold;
}

export async function liftLegalHold(ctx: Context, id: string): Promise<LegalHold> {
  const hold = await lockVisible(ctx, LegalHold, id);
  authorize(ctx, 'lift', hold);
  const lifted = await ctx.db.save(Object.assign(hold, { liftedAt: new Date(), liftedById: ctx.viewer.id }));
  await audit(ctx, 'legalHold.lift', lifted, { held: [true, false] });
  return lifted;
}
