import { authorize } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { type ConsentChannel, type ConsentPurpose, ConsentStatus } from '../consent/consent.entity.js';
import { ConsentMethod } from '../consent/consent-event.entity.js';
import { writeConsent } from '../consent/consent-writing.service.js';
import { Customer } from '../customer/customer.entity.js';
import { DataSubjectRequest, DataSubjectRight, RequestOrigin } from './data-subject-request.entity.js';
import './data-subject-request.words.js';
import { changed, completeDataSubjectRequest, tell } from './request-answer.service.js';

const methodOf: Record<RequestOrigin, ConsentMethod> = {
  PORTAL: ConsentMethod.WEB,
  EMAIL: ConsentMethod.EMAIL,
  POST: ConsentMethod.PAPER,
  PHONE: ConsentMethod.PHONE,
  IN_PERSON: ConsentMethod.PAPER,
};

/** What was granted acts: the database marks a restricted customer, an objection is written down for each way it closes. */
export async function grantDataSubjectRequest(
  ctx: Context,
  id: string,
  answer: string,
  objected: ConsentPurpose[] | null,
): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  authorize(ctx, 'complete', request);
  const objects = request.right === DataSubjectRight.OBJECTION;
  if (objects && !objected?.length) throw new UserError('OBJECTION_TO_WHAT', ['input', 'objected']);
  if (!objects && objected) throw new UserError('OBJECTION_ONLY', ['input', 'objected']);
  if (objects && objected) await object(ctx, request, [...new Set(objected)]);
  return completeDataSubjectRequest(ctx, id, answer);
}

async function object(ctx: Context, request: DataSubjectRequest, purposes: ConsentPurpose[]): Promise<void> {
  const ways = await ctx.query<{ purpose: ConsentPurpose; channel: ConsentChannel }>(sql`
    select code as purpose, unnest(channels) as channel from contact_purpose where code = any(${purposes}::text[]) and not necessary
    order by code, channel`);
  if (new Set(ways.map(({ purpose }) => purpose)).size < purposes.length)
    throw new UserError('NO_CONSENT_NEEDED', ['input', 'objected']);
  const customer = request.customerId && (await lockVisible(ctx, Customer, request.customerId));
  if (customer)
    for (const way of ways)
      await writeConsent(ctx, {
        ...way,
        customerId: customer.id,
        action: ConsentStatus.OBJECTED,
        method: methodOf[request.origin],
        note: request.reference,
        actorId: ctx.viewer.id,
        proof: {},
      });
  await ctx.db.update(DataSubjectRequest, { id: request.id }, { objected: purposes });
}

/** The person is told, and then it ends: article 18.3. */
export async function liftRestriction(ctx: Context, id: string, reason: string): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  authorize(ctx, 'liftRestriction', request);
  const lifted = await changed(ctx, 'liftRestriction', request, {
    liftedAt: new Date(),
    liftReason: reason.trim(),
    liftedById: ctx.viewer.id,
  });
  await tell(ctx, lifted, reason.trim());
  return lifted;
}
