import type { Context } from '../core/context.js';
import { enqueue } from '../core/jobs/jobs.js';
import { Order, OrderStatus } from '../features/order/order.entity.js';
import { linkOrdersJob } from '../features/order-link/order-link.jobs.js';
import { OrderLinkOrigin } from '../features/order-link/order-link-run.entity.js';
import { addLinkRun } from '../features/order-link/order-link-run.service.js';
import { addOrder } from './orders.demo.js';
import type { DemoCustomer, Scene } from './scene.js';

type Buyer = Partial<Pick<Order, 'name' | 'email' | 'phone' | 'address' | 'city' | 'postalCode'>>;

const contactOf = ({ contacts: [contact] }: DemoCustomer): Buyer => ({ name: contact?.name, email: contact?.email });
const placeOf = ({ billing }: DemoCustomer): Buyer => ({
  address: billing.street,
  city: billing.city,
  postalCode: billing.postalCode,
});
/** As people write it: 02 61 91 20 07. */
const national = (phone: string | null | undefined): string | undefined =>
  phone?.replace('+33', '0').replace(/(..)(?=.)/g, '$1 ');

/** What came by the web shop, where nobody signs in: the order says what its buyer typed, and a person or a run says whose it is. */
const ORDERS: [customer: string, daysAgo: number, buyer: (customer: DemoCustomer) => Buyer][] = [
  ['Brasserie La Timonerie', 33, contactOf],
  ['Crêperie Ti Azen', 21, contactOf],
  ['Épicerie Belleville', 9, (customer) => ({ ...contactOf(customer), email: customer.contacts[0]?.email?.toUpperCase() })],
  ['Cabinet Orel Notaires', 27, ({ contacts }) => ({ name: 'Secrétariat', phone: national(contacts[0]?.phone) })],
  ['Ateliers Pellan', 14, (customer) => ({ name: 'PELLAN (SARL)', ...placeOf(customer) })],
  ['Rozenn Caradec', 12, ({ billing }) => ({ name: 'Caradec Rozen', city: billing.city, postalCode: billing.postalCode })],
  ['Fatou Diallo', 11, ({ billing }) => ({ name: 'F. DIALLO', city: billing.city })],
  ['Bernard Jézéquel', 8, (customer) => ({ name: 'Jezequel Bernard', ...placeOf(customer) })],
  ['Marie-Ange Hoarau', 6, () => ({ name: 'Hoarau Marie Ange', email: 'ma.hoarau@courriel.example' })],
  ['Hôtel du Vieux Port', 5, ({ billing }) => ({ name: 'Hotel Vieux Port', city: billing.city, postalCode: billing.postalCode })],
  ['Conserves Guilcher', 4, () => ({ name: 'Guilchet Conserve', email: 'achats@guilcher.example' })],
  ['Étienne Colonna', 3, () => ({ name: 'Yannick Riou', email: 'yannick.riou@courriel.example', city: 'Brest' })],
];

/** Orders that say only what their buyer typed, and a look at them as after an import: it is done as soon as the jobs run. */
export async function addShopOrders(scene: Scene, ctx: Context): Promise<void> {
  const random = scene.random('shop orders');
  for (const [i, [name, daysAgo, buyer]] of ORDERS.entries()) {
    const customer = scene.customer(name);
    const placedAt = scene.clock.past(daysAgo, random.between(8, 20), random.between(0, 59));
    addOrder(scene, random, customer, {
      number: `WEB-${String(1_041 + i)}`,
      placedAt,
      status: () => (daysAgo < 7 ? OrderStatus.PENDING : OrderStatus.CONFIRMED),
      customerId: null,
      email: null,
      phone: null,
      name: null,
      address: null,
      city: null,
      postalCode: null,
      ...buyer(customer),
    });
  }
  const run = await addLinkRun(ctx, { origin: OrderLinkOrigin.IMPORT, dryRun: false, force: false });
  await enqueue(ctx, linkOrdersJob, { runId: run.id, onlyNew: true });
}
