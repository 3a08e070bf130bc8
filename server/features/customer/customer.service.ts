import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context, Viewer } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Customer, CustomerKind, type CustomerStatus } from './customer.entity.js';
import type { CustomerFields } from './customer.input.js';
import './customer.words.js';
import { given, readNeeded, readTyped } from './customer-part.service.js';
import { readEmail, readPhone, readSiret, readUrl, readVatNumber } from './identity.rules.js';

export async function createCustomer(
  ctx: Context,
  input: CustomerFields & { kind: CustomerKind; name: string },
): Promise<Customer> {
  const fields = await checked(ctx, input, input.kind);
  const reference = await nextReference(ctx);
  const resellerId = ctx.viewer.reach === Reach.REVENDEUR ? ctx.viewer.id : (fields.resellerId ?? null);
  const customer = await saved(ctx, ctx.db.create(Customer, { ...fields, kind: input.kind, reference, resellerId }));
  await audit(ctx, 'customer.create', customer, changesOf({} as Customer, fields));
  await publish(ctx, { topic: 'customer', id: customer.id });
  return customer;
}

export async function updateCustomer(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: CustomerFields,
): Promise<Customer> {
  const customer = await lockVisible(ctx, Customer, id);
  authorize(ctx, 'update', customer);
  refuseStale(customer, version);
  const fields = await checked(ctx, input, input.kind ?? customer.kind);
  return change(ctx, customer, fields, 'customer.update');
}

export async function setCustomerStatus(ctx: Context, id: string, status: CustomerStatus): Promise<Customer> {
  const customer = await lockVisible(ctx, Customer, id);
  authorize(ctx, 'changeStatus', customer);
  return change(ctx, customer, { status }, 'customer.changeStatus');
}

/** All or none: an id that isn't visible refuses the whole. */
export async function setCustomersStatus(ctx: Context, ids: readonly string[], status: CustomerStatus): Promise<Customer[]> {
  const changed: Customer[] = [];
  // In one order for everybody, so that two such calls wait for each other instead of locking each other out.
  for (const id of [...new Set(ids)].sort()) changed.push(await setCustomerStatus(ctx, id, status));
  return changed;
}

async function change(ctx: Context, customer: Customer, fields: Partial<Customer>, action: string): Promise<Customer> {
  const changes = changesOf(customer, fields);
  if (Object.keys(changes).length > 0) {
    Object.assign(customer, fields, { version: customer.version + 1, updatedAt: new Date() });
    await saved(ctx, customer);
    await publish(ctx, { topic: 'customer', id: customer.id });
  }
  await audit(ctx, action, customer, changes);
  return customer;
}

const saved = (ctx: Context, customer: Customer): Promise<Customer> =>
  orTaken(ctx.db.save(customer), 'customer_siret_key', ['input', 'siret'], 'SIRET_TAKEN');

/** What was typed, as it is kept, without what it says of our own people; every mistake is added. */
export function readCustomer(
  mistakes: UserError[],
  { permissions }: Pick<Viewer, 'permissions'>,
  input: CustomerFields,
  kind: CustomerKind,
): Partial<Customer> {
  const read = (
    field: 'siret' | 'vatNumber' | 'phone' | 'website' | 'email',
    how: (text: string) => string | null,
    code: string,
  ) => readTyped(mistakes, field, input[field], how, code);
  const fields: Partial<Customer> = {
    kind: input.kind ?? undefined,
    name: readNeeded(mistakes, 'name', input.name),
    siret: read('siret', readSiret, 'INVALID_SIRET'),
    vatNumber: read('vatNumber', readVatNumber, 'INVALID_VAT_NUMBER'),
    email: read('email', readEmail, 'INVALID_EMAIL'),
    phone: read('phone', readPhone, 'INVALID_PHONE'),
    website: read('website', readUrl, 'INVALID_URL'),
    tags: input.tags == null ? undefined : [...new Set(input.tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean))],
    internalNote: input.internalNote === undefined ? undefined : tidy(input.internalNote),
  };
  // What one may not read one does not write over.
  for (const [field, permission] of [
    ['internalNote', 'customer.internal'],
    ['tags', 'customer.tags'],
  ] as const)
    if (input[field] !== undefined && !permissions.has(permission)) mistakes.push(new UserError('FORBIDDEN', ['input', field]));
  if (kind === CustomerKind.PERSON && fields.siret) mistakes.push(new UserError('NOT_FOR_A_PERSON', ['input', 'siret']));
  return given(fields);
}

/** What was typed, as it is kept; every mistake at once. */
async function checked(ctx: Context, input: CustomerFields, kind: CustomerKind): Promise<Partial<Customer>> {
  const mistakes: UserError[] = [];
  const fields = readCustomer(mistakes, ctx.viewer, input, kind);
  // Who sells to and who looks after a customer is for our own people to say.
  if (ctx.viewer.reach === Reach.STAFF) {
    for (const [field, reach] of [
      ['resellerId', Reach.REVENDEUR],
      ['managerId', Reach.STAFF],
    ] as const) {
      const id = input[field];
      if (id === undefined) continue;
      if (id !== null && !(await hasReach(ctx, id, reach))) mistakes.push(new UserError('UNKNOWN_USER', ['input', field]));
      fields[field] = id;
    }
  }
  refuseIfAny(mistakes);
  return fields;
}

async function hasReach(ctx: Context, userId: string, reach: Reach): Promise<boolean> {
  const found = await ctx.query(sql`
    select from user_role given join role on role.id = given.role_id
    where given.user_id::text = ${userId} and role.reach = ${reach}`);
  return found.length > 0;
}

/** C-00042, C-00043, … */
export async function nextReference(ctx: Context): Promise<string> {
  const [{ number }] = await ctx.query<{ number: string }>(sql`select nextval('customer_reference') as number`);
  return referenceOf(number);
}

/** A number of the sequence `customer_reference`, as it is printed. */
export const referenceOf = (number: string): string => `C-${number.padStart(5, '0')}`;
