import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { forbidden, notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Reach } from '../user/role.entity.js';
import {
  DataSubjectRequest,
  DataSubjectRequestStatus,
  DataSubjectRight,
  IdentityProof,
  RequestOrigin,
} from './data-subject-request.entity.js';
import type { CreateDataSubjectRequestInput } from './data-subject-request.input.js';
import './data-subject-request.words.js';
import { dueAfter, parisDay } from './request-clock.rules.js';

/** One request for each customer it is about. Whoever asks in their portal is sure to be who they are. */
export async function createDataSubjectRequests(
  ctx: Context,
  input: CreateDataSubjectRequestInput,
): Promise<DataSubjectRequest[]> {
  // Whoever only works with a customer asks nothing in their name.
  if (ctx.viewer.reach !== Reach.STAFF && ctx.viewer.reach !== Reach.CLIENT) throw forbidden();
  const ids = [...new Set(input.customerIds)];
  const customers: Customer[] = [];
  for (const id of [...ids].sort()) {
    const customer = await lockVisible(ctx, Customer, id);
    if (!customer) throw notFound();
    customers.push(customer);
  }
  const isOurs = ctx.viewer.reach === Reach.STAFF;
  refuseIfAny(isOurs ? neededOf(input) : ownToUs(input));
  refuseIfAny(await openAlready(ctx, input, ids));
  const receivedOn = input.receivedOn ?? parisDay(new Date());
  const made: DataSubjectRequest[] = [];
  for (const customer of customers) {
    const contact = isOurs ? tidy(input.contact) : null;
    const { id } = await ctx.db.save(
      ctx.db.create(DataSubjectRequest, {
        right: input.right,
        customerId: customer.id,
        details: tidy(input.details),
        person: isOurs ? tidy(input.person)! : ctx.viewer.name,
        contact,
        receivedOn,
        dueOn: dueAfter(receivedOn),
        createdById: ctx.viewer.id,
        ...(isOurs
          ? { origin: input.origin!, userId: await accountOf(ctx, customer.id, contact) }
          : {
              origin: RequestOrigin.PORTAL,
              userId: ctx.viewer.id,
              status: DataSubjectRequestStatus.IDENTIFIED,
              identityProof: IdentityProof.SIGNED_IN,
              identifiedAt: new Date(),
            }),
      }),
    );
    const request = await ctx.db.findOneByOrFail(DataSubjectRequest, { id });
    const { right, origin, dueOn } = request;
    await audit(ctx, 'dataSubjectRequest.create', request, {
      right: [null, right],
      origin: [null, origin],
      receivedOn: [null, receivedOn],
      dueOn: [null, dueOn],
    });
    await notify(ctx, await answerers(ctx), {
      kind: NotificationKind.DATA_REQUEST_RECEIVED,
      details: { right, reference: request.reference },
      link: `/requests/${id}`,
    });
    made.push(request);
  }
  return made;
}

const mistake = (code: string, field: string, params = {}) => new UserError(code, ['input', field], params);

function neededOf({ origin, person, receivedOn, right, details }: CreateDataSubjectRequestInput): UserError[] {
  return [
    ...(origin == null ? [mistake('BLANK', 'origin')] : []),
    ...(tidy(person) ? [] : [mistake('BLANK', 'person')]),
    ...(receivedOn != null && receivedOn > parisDay(new Date()) ? [mistake('REQUEST_IN_THE_FUTURE', 'receivedOn')] : []),
    ...unsaid(right, details),
  ];
}

function ownToUs(input: CreateDataSubjectRequestInput): UserError[] {
  const told = (['origin', 'person', 'contact', 'receivedOn'] as const).filter((field) => input[field] != null);
  return [...told.map((field) => mistake('TEAM_ONLY', field)), ...unsaid(input.right, input.details)];
}

/** What is to be put right, and what is to become of it after a death, nobody can guess. */
const unsaid = (right: DataSubjectRight, details: string | null | undefined): UserError[] =>
  (right === DataSubjectRight.RECTIFICATION || right === DataSubjectRight.POST_MORTEM) && !tidy(details)
    ? [mistake('REQUEST_DETAILS_NEEDED', 'details')]
    : [];

/** Asked twice it is one request: the first one's month counts. */
async function openAlready(ctx: Context, { right }: CreateDataSubjectRequestInput, ids: string[]): Promise<UserError[]> {
  const open = await ctx.query<{ reference: string }>(sql`
    select reference from data_subject_request it
    where it.customer_id = any(${ids}::uuid[]) and it."right" = ${right} and it.status in ('RECEIVED', 'IDENTIFIED')
      and (${ctx.viewer.reach} <> 'client' or it.user_id = ${ctx.viewer.id}) limit 1`);
  return open.map(({ reference }) => mistake('REQUEST_OPEN_ALREADY', 'right', { reference }));
}

/** The account of whoever asks: a member of that customer with the address they are answered at. */
async function accountOf(ctx: Context, customerId: string, contact: string | null): Promise<string | null> {
  const [account] = await ctx.query<{ id: string }>(sql`
    select it.id from "user" it join membership on membership.user_id = it.id
    where membership.customer_id = ${customerId} and lower(it.email) = lower(${contact})`);
  return account?.id ?? null;
}

/** Those of ours who answer requests. */
export async function answerers(ctx: Context): Promise<string[]> {
  const people = await ctx.query<{ id: string }>(sql`
    select distinct given.user_id as id from user_role given join role on role.id = given.role_id
    where role.reach = 'staff' and 'dataSubjectRequest.handle' = any(role.permissions)`);
  return people.map(({ id }) => id);
}
