import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, type UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { refuseStale } from '../../core/mutation.js';
import { Contact } from './contact.entity.js';
import type { ContactFields } from './contact.input.js';
import { given, lockPart, lockWhole, moveOn, readNeeded, readTyped } from './customer-part.service.js';
import { readEmail, readPhone } from './identity.rules.js';

export async function addContact(ctx: Context, customerId: string, input: ContactFields): Promise<Contact> {
  const customer = await lockWhole(ctx, customerId);
  const fields = checked(input);
  if (fields.primary) await demoteOthers(ctx, customer.id);
  const contact = await ctx.db.save(ctx.db.create(Contact, { ...fields, customerId: customer.id }));
  await changed(ctx, contact, 'contact.add', changesOf({} as Contact, fields));
  return contact;
}

export async function updateContact(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: ContactFields,
): Promise<Contact> {
  const contact = await lockPart(ctx, Contact, id);
  refuseStale(contact, version);
  const fields = checked(input);
  const changes = changesOf(contact, fields);
  if (changes.primary?.[1]) await demoteOthers(ctx, contact.customerId);
  await ctx.db.save(moveOn(contact, fields, changes));
  await changed(ctx, contact, 'contact.update', changes);
  return contact;
}

export async function deleteContact(ctx: Context, id: string): Promise<string> {
  const contact = await lockPart(ctx, Contact, id);
  const { name, position, email, phone, primary } = contact;
  await changed(ctx, contact, 'contact.delete', {
    name: [name, null],
    position: [position, null],
    email: [email, null],
    phone: [phone, null],
    primary: [primary, null],
  });
  await ctx.db.delete(Contact, { id });
  return id;
}

/** One main contact at most, as the database has it too. The customer is locked: nobody makes another one main meanwhile. */
async function demoteOthers(ctx: Context, customerId: string): Promise<void> {
  for (const other of await ctx.db.findBy(Contact, { customerId, primary: true })) {
    const changes: Changes = { primary: [true, false] };
    await ctx.db.save(moveOn(other, { primary: false }, changes));
    await audit(ctx, 'contact.update', other, changes);
  }
}

async function changed(ctx: Context, contact: Contact, action: string, changes: Changes): Promise<void> {
  await audit(ctx, action, contact, changes);
  if (Object.keys(changes).length > 0) await publish(ctx, { topic: 'customer', id: contact.id, about: contact.customerId });
}

/** What was typed, as it is kept; every mistake at once. */
function checked(input: ContactFields): Partial<Contact> {
  const mistakes: UserError[] = [];
  const fields = readContact(mistakes, input);
  refuseIfAny(mistakes);
  return fields;
}

/** What was typed, as it is kept; every mistake is added. */
export const readContact = (mistakes: UserError[], input: ContactFields): Partial<Contact> =>
  given({
    name: readNeeded(mistakes, 'name', input.name),
    position: input.position === undefined ? undefined : tidy(input.position),
    email: readTyped(mistakes, 'email', input.email, readEmail, 'INVALID_EMAIL'),
    phone: readTyped(mistakes, 'phone', input.phone, readPhone, 'INVALID_PHONE'),
    primary: input.primary ?? undefined,
  });
