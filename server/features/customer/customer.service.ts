import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible, orTaken, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { missingValues, type ValueChange, valueChanges, writeValues } from './custom-field-value.service.js';
import { Customer, type CustomerKind, type CustomerStatus } from './customer.entity.js';
import type { CustomerFields } from './customer.input.js';
import './customer.words.js';
import { readForm } from './customer-read.service.js';

export async function createCustomer(
  ctx: Context,
  input: CustomerFields & { kind: CustomerKind; name: string },
): Promise<Customer> {
  const { fields, values } = await checked(ctx, input, input.kind);
  const reference = await nextReference(ctx);
  const resellerId = ctx.viewer.reach === Reach.REVENDEUR ? ctx.viewer.id : (fields.resellerId ?? null);
  const customer = await saved(ctx, ctx.db.create(Customer, { ...fields, kind: input.kind, reference, resellerId }));
  await writeValues(
    ctx,
    values.map((value) => ({ ...value, customerId: customer.id })),
  );
  await audit(ctx, 'customer.create', customer, { ...changesOf({} as Customer, fields), ...valueChanges(values) });
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
  const { fields, values } = await checked(ctx, input, input.kind ?? customer.kind, customer);
  return changeCustomer(ctx, customer, fields, 'customer.update', values);
}

export async function setCustomerStatus(ctx: Context, id: string, status: CustomerStatus): Promise<Customer> {
  const customer = await lockVisible(ctx, Customer, id);
  authorize(ctx, 'changeStatus', customer);
  return changeCustomer(ctx, customer, { status }, 'customer.changeStatus');
}

/** Writes what is different, with its trace, and tells who looks on. */
export async function changeCustomer(
  ctx: Context,
  customer: Customer,
  fields: Partial<Customer>,
  action: string,
  values: readonly ValueChange[] = [],
): Promise<Customer> {
  const changes = { ...changesOf(customer, fields), ...valueChanges(values) };
  if (Object.keys(changes).length > 0) {
    Object.assign(customer, fields, { version: customer.version + 1, updatedAt: new Date() });
    await saved(ctx, customer);
    await writeValues(
      ctx,
      values.map((value) => ({ ...value, customerId: customer.id })),
    );
    await publish(ctx, { topic: 'customer', id: customer.id });
  }
  await audit(ctx, action, customer, changes);
  return customer;
}

const saved = (ctx: Context, customer: Customer): Promise<Customer> =>
  orTaken(ctx.db.save(customer), 'customer_siret_key', ['input', 'siret'], 'SIRET_TAKEN');

/** What was typed, as it is kept; every mistake at once. */
async function checked(ctx: Context, input: CustomerFields, kind: CustomerKind, before?: Customer) {
  const { fields, values, mistakes } = await readForm(ctx, input, kind, before);
  if (!before) mistakes.push(...(await missingValues(ctx, input.customFields, kind)));
  refuseIfAny(mistakes);
  return { fields, values };
}

/** C-00042, C-00043, … */
export async function nextReference(ctx: Context): Promise<string> {
  const [{ number }] = await ctx.query<{ number: string }>(sql`select nextval('customer_reference') as number`);
  return referenceOf(number);
}

/** A number of the sequence `customer_reference`, as it is printed. */
export const referenceOf = (number: string): string => `C-${number.padStart(5, '0')}`;
