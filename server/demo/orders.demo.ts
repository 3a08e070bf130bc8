import { Order, OrderStatus } from '../features/order/order.entity.js';
import { OrderLine } from '../features/order/order-line.entity.js';
import type { DemoCustomer, Scene } from './scene.js';
import { itemsFor } from './world/catalogue.js';
import { type Habit, habits } from './world/companies.js';
import type { Random } from './world/random.js';

const TWO_YEARS = 725;
const SHOWN = 'Transports Kervella';

/** Two years of orders; how often and how much follows from the customer's habit. */
export function addOrders(scene: Scene): void {
  const random = scene.random('orders');
  const placed = scene.customers.flatMap((customer) =>
    daysOf(random, customer).map((daysAgo) => ({
      customer,
      at: scene.clock.past(daysAgo, random.between(8, 17), random.between(0, 59)),
    })),
  );
  placed.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [i, { customer, at }] of placed.entries()) order(scene, random, customer, at, i + 1);
}

/** How many days ago they ordered. */
function daysOf(random: Random, { habit, name }: DemoCustomer): number[] {
  const { orders, last } = habits[habit];
  const count = name === SHOWN ? 15 : random.between(orders[0], orders[1]);
  if (count === 0) return [];
  const latest = random.between(last[0], last[1]);
  // One in each part of the time before, so that no long gap makes a regular buyer look lost.
  const part = (TWO_YEARS - latest) / Math.max(1, count - 1);
  const before = Array.from({ length: count - 1 }, (_, i) => Math.round(latest + part * (i + 0.15 + random.next() * 0.85)));
  return [latest, ...before];
}

function order(scene: Scene, random: Random, customer: DemoCustomer, at: Date, count: number): void {
  const [contact] = customer.contacts;
  const days = (scene.clock.now.getTime() - at.getTime()) / 86_400_000;
  addOrder(scene, random, customer, {
    number: `CMD-${at.getUTCFullYear()}-${String(count).padStart(4, '0')}`,
    placedAt: at,
    status: () => statusOf(random, customer.habit, days),
    customerId: customer.id,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    name: contact?.name ?? customer.name,
  });
}

interface OrderHead
  extends Pick<Order, 'number' | 'placedAt' | 'customerId' | 'email' | 'phone' | 'name'>,
    Partial<Pick<Order, 'address' | 'city' | 'postalCode'>> {
  /** Asked once its lines are known. */
  status: () => OrderStatus;
}

/** An order of what such a customer buys. */
export function addOrder(scene: Scene, random: Random, customer: DemoCustomer, { status, ...head }: OrderHead): void {
  const { common, own } = itemsFor(customer.trade);
  const { habit } = customer;
  const { basket } = habits[habit];
  const id = random.id(head.placedAt);
  // The customer whose page people open first shows what a page can hold.
  const most = customer.name === SHOWN ? 3 : habit === 'champion' ? 2 : 1;
  const isSmall = customer.name !== SHOWN && random.chance(0.35);
  const items = [
    ...(isSmall ? [] : random.some(own, random.between(most - 1 || 1, most))),
    ...random.some(common, random.between(1, 4)),
  ];
  const lines = items.map(({ sku, label, unitCents, most }, i) => {
    const quantity = Math.max(1, Math.min(most, Math.round(random.between(1, most) * basket * 0.6)));
    return { position: i + 1, sku, description: label, quantity, unitPriceCents: unitCents, totalCents: quantity * unitCents };
  });
  scene.rows.add(Order, {
    id,
    ...head,
    status: status(),
    totalCents: lines.reduce((sum, line) => sum + line.totalCents, 0),
    currency: 'EUR',
    lineCount: lines.length,
    country: 'FR',
    createdAt: head.placedAt,
  });
  for (const line of lines) scene.rows.add(OrderLine, { id: random.id(head.placedAt), orderId: id, ...line });
}

/** The latest may still be unconfirmed, older ones were called off now and then. */
function statusOf(random: Random, habit: Habit, days: number): OrderStatus {
  if (days < 30) return habit !== 'champion' && random.chance(0.4) ? OrderStatus.PENDING : OrderStatus.CONFIRMED;
  return random.chance(0.05) ? OrderStatus.CANCELLED : OrderStatus.CONFIRMED;
}
