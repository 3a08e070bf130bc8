import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { sweepSoon } from '../../core/storage/unclaimed.js';
import { Customer } from '../customer/customer.entity.js';
import { Document } from '../document/document.entity.js';
import { Mail } from '../mail/mail.entity.js';
import type { DeleteCustomerInput } from './customer-deletion.input.js';
import { type Keeping, keeping } from './customer-deletion.relations.js';
import './customer-deletion.words.js';

const FOREIGN_KEY = '23503';

/** With contacts, addresses, timeline, opportunities, documents and mails. Whom the law or the books keep stays. */
export async function deleteCustomer(ctx: Context, { id, name }: DeleteCustomerInput): Promise<string> {
  const customer = await lockVisible(ctx, Customer, id);
  authorize(ctx, 'delete', customer);
  const [{ kept }] = await ctx.query<{ kept: Keeping[] }>(sql`select ${keeping(sql`${customer.id}::uuid`)} as kept`);
  refuseIfAny([
    ...(bare(name) === bare(customer.name) ? [] : [new UserError('NAME_DIFFERS', ['input', 'name'])]),
    ...kept.map(({ code, count }) => new UserError(code, ['input', 'id'], { count })),
  ]);
  const { reference, kind, siret, email, phone } = customer;
  await audit(ctx, 'customer.delete', customer, {
    reference: [reference, null],
    name: [customer.name, null],
    kind: [kind, null],
    siret: [siret, null],
    email: [email, null],
    phone: [phone, null],
  });
  await publish(ctx, { topic: 'customer', id: customer.id });
  await ctx.db.delete(Document, { customerId: customer.id });
  await sweepSoon(ctx);
  await ctx.db.delete(Mail, { customerId: customer.id });
  await gone(ctx, customer.id);
  return customer.id;
}

const bare = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** What features not named here keep, the database knows. */
async function gone(ctx: Context, id: string): Promise<void> {
  try {
    await ctx.db.delete(Customer, { id });
  } catch (error) {
    const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string };
    if (code === FOREIGN_KEY) throw new UserError('KEPT_ELSEWHERE', ['input', 'id']);
    throw error;
  }
}
