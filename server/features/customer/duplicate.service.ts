import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Address } from './address.entity.js';
import { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';
import { nextReference } from './customer.service.js';
import { CopiedPart, type DuplicateCustomerInput } from './duplicate.input.js';

const { IDENTITY, TEAM, CONTACTS, ADDRESSES, TAGS, NOTE, CUSTOM_FIELDS } = CopiedPart;

/** What one may not read one does not copy. */
const NEEDS: Partial<Record<CopiedPart, string>> = {
  [TAGS]: 'customer.tags',
  [NOTE]: 'customer.internal',
  [CUSTOM_FIELDS]: 'customField.fill',
};

/** A SIRET is one establishment's, and what somebody agreed to they agreed to once: neither is copied. */
export async function duplicateCustomer(ctx: Context, { id, name: typed, parts }: DuplicateCustomerInput): Promise<Customer> {
  const original = await lockVisible(ctx, Customer, id);
  authorize(ctx, 'duplicate', original);
  const name = tidy(typed);
  const hidden = parts.some((part) => NEEDS[part] !== undefined && !ctx.viewer.permissions.has(NEEDS[part]));
  refuseIfAny([
    ...(name === null ? [new UserError('BLANK', ['input', 'name'])] : []),
    ...(hidden ? [new UserError('FORBIDDEN', ['input', 'parts'])] : []),
  ]);
  const { kind, vatNumber, email, phone, website, managerId, resellerId, tags, internalNote } = original;
  const has = (part: CopiedPart) => parts.includes(part);
  const fields: Partial<Customer> = {
    kind,
    name: name!,
    ...(has(IDENTITY) ? { vatNumber, email, phone, website } : {}),
    ...(has(TEAM) ? { managerId, resellerId } : {}),
    ...(has(TAGS) ? { tags } : {}),
    ...(has(NOTE) ? { internalNote } : {}),
  };
  const copy = await ctx.db.save(ctx.db.create(Customer, { ...fields, reference: await nextReference(ctx) }));
  if (has(CONTACTS)) await copied(ctx, Contact, original.id, copy.id);
  if (has(ADDRESSES)) await copied(ctx, Address, original.id, copy.id);
  if (has(CUSTOM_FIELDS)) await copiedValues(ctx, original.id, copy.id);
  await audit(ctx, 'customer.create', copy, {
    ...changesOf({} as Customer, fields),
    copyOf: [null, original.reference],
    parts: [null, parts],
  });
  await audit(ctx, 'customer.duplicate', original, { copy: [null, copy.reference] });
  await publish(ctx, { topic: 'customer', id: copy.id });
  return copy;
}

async function copied<T extends Contact | Address>(ctx: Context, entity: new () => T, from: string, to: string): Promise<void> {
  const rows = await ctx.db.findBy<T>(entity, { customerId: from } as never);
  for (const { id: _, ...row } of rows) await ctx.db.insert<T>(entity, { ...row, customerId: to } as never);
}

const copiedValues = (ctx: Context, from: string, to: string) =>
  ctx.query(sql`
    insert into custom_field_value (customer_id, field_id, text, number, date, choice_id)
    select ${to}::uuid, v.field_id, v.text, v.number, v.date, v.choice_id
    from custom_field_value v join custom_field f on f.id = v.field_id where v.customer_id = ${from} and not f.archived`);
