import { randomUUID } from 'node:crypto';
import { Address, AddressKind } from '../../../server/features/customer/address.entity.js';
import { Contact } from '../../../server/features/customer/contact.entity.js';
import { Customer, CustomerKind } from '../../../server/features/customer/customer.entity.js';
import { Membership } from '../../../server/features/membership/membership.entity.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;

/** A customer, with an address and a contact where they are given. */
export async function customer(
  { database: { manager: db } }: Server,
  fields: Partial<Customer> = {},
  address?: Pick<Address, 'street' | 'postalCode' | 'city'>,
  contactEmail?: string,
): Promise<Customer> {
  const reference = `T-${randomUUID().slice(0, 8)}`;
  const made = await db.save(
    db.create(Customer, { reference, kind: CustomerKind.COMPANY, name: `Client ${reference}`, ...fields }),
  );
  if (address) await db.insert(Address, { customerId: made.id, kind: AddressKind.BILLING, ...address });
  if (contactEmail)
    await db.insert(Contact, { customerId: made.id, name: 'Maëlle Kervella', email: contactEmail, primary: true });
  return made;
}

/** Makes somebody a member of a customer, with every part of it unless said. Answers the membership's id. */
export async function member(
  { database: { manager: db } }: Server,
  userId: string,
  customerId: string,
  parts: Partial<Membership> = {},
): Promise<string> {
  const every = { finance: true, documents: true, projects: true, tickets: true };
  return (await db.save(db.create(Membership, { userId, customerId, ...every, ...parts }))).id;
}
