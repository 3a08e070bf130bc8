import { In } from 'typeorm';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Address } from '../customer/address.entity.js';
import { Contact } from '../customer/contact.entity.js';
import { type KnownValue, knownValues } from '../customer/custom-field-value.service.js';
import { Customer } from '../customer/customer.entity.js';
import { keysOf } from './customer-key.rules.js';
import type { CustomerLine } from './customer-line.service.js';

/** A customer as they are now, or will be once they are written. */
export interface Known {
  customer: Customer;
  contacts: Contact[];
  addresses: Address[];
  values: KnownValue[];
}

/** Those whom some lines may mean; locked where they are to be changed, in one order for everybody. */
export async function lockKnown(ctx: Context, lines: readonly CustomerLine[], lock: boolean): Promise<KnownCustomers> {
  const all = (read: (line: CustomerLine) => string | null | undefined) => lines.flatMap((line) => read(line) ?? []);
  const references = all(({ reference }) => reference);
  const loose = lines.filter(({ reference, customer }) => !reference && !customer.siret);
  // Each way by its own index: with `or` between them PostgreSQL reads all customers for every piece of the file.
  const found = await ctx.query<{ id: string }>(sql`
    select id from customer where id in (
      select id from customer where external_id = any(${references}::text[])
      union select id from customer where reference = any(${references}::text[])
      union select customer_id from customer_merge where split_at is null
        and (other_reference = any(${references}::text[]) or other_external_id = any(${references}::text[]))
      union select id from customer where siret = any(${all(({ customer }) => customer.siret)}::text[])
      union select id from customer where email = any(${loose.flatMap(({ customer }) => customer.email ?? [])}::text[])
      union select id from customer
        where phone = any(${loose.flatMap(({ customer }) => (customer.email ? [] : (customer.phone ?? [])))}::text[])
      union select id from customer
        where name = any(${loose.flatMap(({ customer }) => (customer.email || customer.phone ? [] : customer.name))}::text[]))
    order by id ${lock ? sql`for update` : sql``}`);
  const ids = found.map(({ id }) => id);
  const customers = await ctx.db.find(Customer, { where: { id: In(ids) }, order: { id: 'ASC' } });
  const contacts = Map.groupBy(await ctx.db.find(Contact, { where: { customerId: In(ids) }, order: { id: 'ASC' } }), ofCustomer);
  const addresses = Map.groupBy(await ctx.db.find(Address, { where: { customerId: In(ids) }, order: { id: 'ASC' } }), ofCustomer);
  const values = Map.groupBy(await knownValues(ctx, ids), ofCustomer);
  const known = new KnownCustomers();
  for (const customer of customers)
    known.add({
      customer,
      contacts: contacts.get(customer.id) ?? [],
      addresses: addresses.get(customer.id) ?? [],
      values: values.get(customer.id) ?? [],
    });
  await knowMerged(ctx, known, ids);
  return known;
}

/** Whoever was merged into one of them is that one, by the reference they had here or in another system. */
async function knowMerged(ctx: Context, known: KnownCustomers, ids: readonly string[]): Promise<void> {
  const merged = await ctx.query<{ customerId: string; references: string[] }>(sql`
    select customer_id as "customerId", array_remove(array[other_external_id, other_reference], null) as references
    from customer_merge where split_at is null and customer_id = any(${ids}::uuid[]) order by id`);
  for (const { customerId, references } of merged) for (const reference of references) known.alsoCalled(reference, customerId);
}

const ofCustomer = ({ customerId }: { customerId: string }) => customerId;

/** Finds customers by what a line says of them. */
export class KnownCustomers {
  private readonly byKey = new Map<string, Known>();
  private readonly byReference = new Map<string, Known>();
  private readonly byId = new Map<string, Known>();

  add(known: Known): void {
    if (known.customer.reference) this.byReference.set(known.customer.reference, known);
    this.byId.set(known.customer.id, known);
    // The oldest is meant where several are alike.
    for (const key of keysOf(known.customer, known.addresses)) if (!this.byKey.has(key)) this.byKey.set(key, known);
  }

  alsoCalled(reference: string, customerId: string): void {
    const known = this.byId.get(customerId);
    if (known && !this.byReference.has(reference)) this.byReference.set(reference, known);
  }

  /** The customer a line is of. One who came by another reference is another customer, whatever else is alike. */
  find({ key, reference, customer: { siret } }: CustomerLine): Known | null {
    const exact = this.byKey.get(key) ?? (reference ? this.byReference.get(reference) : undefined);
    if (exact) return exact;
    const bySiret = siret ? this.bySiret(siret) : null;
    return bySiret && (!reference || bySiret.customer.externalId === null) ? bySiret : null;
  }

  bySiret = (siret: string): Known | null => this.byKey.get(`siret ${siret}`) ?? null;
}
