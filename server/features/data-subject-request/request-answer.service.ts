import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { DEFAULT_LOCALE, isLocale } from '../../core/words.js';
import { sendLetter } from '../account/letter.service.js';
import { ConsentPurpose } from '../consent/consent.entity.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { User } from '../user/user.entity.js';
import { DataSubjectRequest, DataSubjectRequestStatus, IdentityProof, RequestOrigin } from './data-subject-request.entity.js';
import type { IdentifyDataSubjectInput } from './data-subject-request.input.js';
import './data-subject-request.words.js';
import { dueExtended, parisDay } from './request-clock.rules.js';

const { IDENTIFIED, COMPLETED, REFUSED, WITHDRAWN } = DataSubjectRequestStatus;

export async function identifyDataSubject(
  ctx: Context,
  { id, proof, note }: IdentifyDataSubjectInput,
): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  authorize(ctx, 'identify', request);
  if (proof === IdentityProof.SIGNED_IN && request.origin !== RequestOrigin.PORTAL)
    throw new UserError('PROOF_OF_PORTAL', ['input', 'proof']);
  return changed(ctx, 'identify', request, {
    status: IDENTIFIED,
    identityProof: proof,
    identityNote: tidy(note),
    identifiedAt: new Date(),
    identifiedById: ctx.viewer.id,
  });
}

/** The person is told within the first month, or it can't be any more. */
export async function extendDataSubjectRequest(ctx: Context, id: string, reason: string): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  authorize(ctx, 'extend', request);
  const today = parisDay(new Date());
  if (today > request.dueOn) throw new UserError('EXTENSION_TOO_LATE', ['input', 'id']);
  const after = await changed(ctx, 'extend', request, {
    extendedOn: today,
    extensionReason: reason.trim(),
    dueOn: dueExtended(request.receivedOn),
    remindedAt: null,
  });
  await tell(ctx, after, reason.trim());
  return after;
}

export const refuseDataSubjectRequest = (ctx: Context, id: string, reason: string): Promise<DataSubjectRequest> =>
  close(ctx, 'refuse', id, REFUSED, reason);

interface Answering {
  /** The request as it was where an erasure has cleared it meanwhile: the answer still goes where they said, and is not kept. */
  asked?: Pick<DataSubjectRequest, 'person' | 'contact'>;
  /** Where the button of the mail leads. */
  url?: string;
  /** Whoever has that address gets in. */
  secret?: boolean;
}

export const completeDataSubjectRequest = (
  ctx: Context,
  id: string,
  answer: string,
  answering?: Answering,
): Promise<DataSubjectRequest> => close(ctx, 'complete', id, COMPLETED, answer, answering);

async function close(
  ctx: Context,
  verb: 'refuse' | 'complete',
  id: string,
  status: DataSubjectRequestStatus,
  said: string,
  { asked, ...link }: Answering = {},
): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  authorize(ctx, verb, request);
  const answer = said.trim();
  const kept = asked ? null : answer;
  const after = await changed(ctx, verb, request, { status, answer: kept, closedAt: new Date(), closedById: ctx.viewer.id });
  await tell(
    ctx,
    asked ? Object.assign(new DataSubjectRequest(), after, { person: asked.person, contact: asked.contact }) : after,
    answer,
    link,
  );
  return after;
}

export async function withdrawDataSubjectRequest(ctx: Context, id: string): Promise<DataSubjectRequest> {
  const request = await lockVisible(ctx, DataSubjectRequest, id);
  authorize(ctx, 'withdraw', request);
  return changed(ctx, 'withdraw', request, { status: WITHDRAWN, closedAt: new Date(), closedById: ctx.viewer.id });
}

/** The entry says what was decided; what the person was told stands with the request alone, which an erasure clears. */
export async function changed(
  ctx: Context,
  verb: string,
  request: DataSubjectRequest,
  change: Partial<DataSubjectRequest>,
): Promise<DataSubjectRequest> {
  const { status, dueOn } = request;
  const after = await ctx.db.save(Object.assign(request, change));
  await audit(ctx, `dataSubjectRequest.${verb}`, after, { status: [status, after.status], dueOn: [dueOn, after.dueOn] });
  return after;
}

/** By mail where there is an address, and in their portal where they have an account. */
export async function tell(
  ctx: Context,
  request: DataSubjectRequest,
  said: string,
  link: Pick<Answering, 'url' | 'secret'> = {},
): Promise<void> {
  const { reference, contact, userId, status } = request;
  const user = userId === null ? null : await ctx.db.findOneBy(User, { id: userId });
  const to = contact?.includes('@') ? contact : user?.email;
  const locale = isLocale(user?.locale) ? user.locale : DEFAULT_LOCALE;
  if (to)
    await sendLetter(ctx, {
      letter: 'dataRequest',
      to,
      name: request.person,
      locale,
      params: { reference, said },
      ...link,
      purpose: ConsentPurpose.RIGHTS,
      customerId: request.customerId ?? undefined,
    });
  await notify(ctx, [userId], {
    kind: NotificationKind.DATA_REQUEST_ANSWERED,
    details: { reference, status: request.liftedAt ? 'LIFTED' : status },
    link: '/account?tab=rights',
  });
}
