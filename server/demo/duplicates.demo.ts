import type { Context } from '../core/context.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Address, AddressKind } from '../features/customer/address.entity.js';
import { Contact } from '../features/customer/contact.entity.js';
import { Customer, CustomerStatus } from '../features/customer/customer.entity.js';
import { searchSoon } from '../features/customer-merge/customer-merge.jobs.js';
import { OrderStatus } from '../features/order/order.entity.js';
import { addOrder } from './orders.demo.js';
import { referenceOf, type Scene } from './scene.js';
import { note } from './told.js';
import { siretOf } from './world/identity.js';

type Said = Pick<Customer, 'name'> & Partial<Pick<Customer, 'email' | 'phone' | 'siret' | 'website'>>;

/** Entered a second time by somebody in a hurry: of what the record says, as people get it wrong. */
const AGAIN: [name: string, daysAgo: number, said: (known: Customer) => Said, orders: number][] = [
  [
    'Imprimerie des Remparts',
    41,
    ({ siret, email }) => ({ name: 'SARL Imprimerie des Remparts', siret: nextOffice(siret), email }),
    1,
  ],
  ['Fromagerie des Korrigans', 34, ({ phone }) => ({ name: 'Fromagerie Korrigan', phone }), 2],
  ['Traiteur Masséna', 23, ({ email }) => ({ name: 'Traiteur Massena', email }), 0],
  ['Camping des Pins Verts', 16, ({ phone, website }) => ({ name: 'Camping Les Pins Verts', phone, website }), 1],
  ['Étienne Colonna', 9, ({ email, phone }) => ({ name: 'COLONNA Etienne', email: email?.replace('nn', 'n') ?? null, phone }), 0],
];

/** The same company, as if it were another of its establishments. */
const nextOffice = (siret: string | null): string | null => siret && siretOf(siret.slice(0, 9), 2);

/** Customers that were entered twice, and a search that finds them as soon as the jobs run. */
export async function addDuplicates(scene: Scene, ctx: Context): Promise<void> {
  const random = scene.random('duplicates');
  const { rows, clock, customers } = scene;
  const known = rows.of(Customer);
  for (const [i, [name, daysAgo, say, orders]] of AGAIN.entries()) {
    const first = scene.customer(name);
    const row = known.find(({ id }) => id === first.id) as Customer;
    const createdAt = clock.workday(daysAgo, 11, 7 * i);
    const id = random.id(createdAt);
    rows.add(Customer, {
      id,
      reference: referenceOf('C', scene.first.customer + customers.length + i),
      kind: row.kind,
      status: CustomerStatus.ACTIVE,
      tags: [],
      managerId: row.managerId,
      createdAt,
      updatedAt: createdAt,
      ...say(row),
    });
    const { street, postalCode, city, country } = first.billing;
    rows.add(Address, { id: random.id(createdAt), customerId: id, kind: AddressKind.BILLING, street, postalCode, city, country });
    const [contact] = first.contacts;
    if (contact)
      rows.add(Contact, { id: random.id(createdAt), customerId: id, name: contact.name, email: contact.email, primary: true });
    note(scene, random, { customerId: id, kind: ActivityKind.CUSTOMER_CREATED, at: createdAt, author: first.manager });
    for (let n = 0; n < orders; n++)
      addOrder(scene, random, first, {
        number: `TEL-${204 + 3 * i + n}`,
        placedAt: clock.past(daysAgo - 2 - n, 10, 5 * i),
        status: () => OrderStatus.CONFIRMED,
        customerId: id,
        email: null,
        phone: null,
        name: contact?.name ?? null,
      });
  }
  await searchSoon(ctx);
}
