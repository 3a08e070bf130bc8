import { randomBytes } from 'node:crypto';
import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { Activity, Audience } from '../features/activity/activity.entity.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Address, AddressKind } from '../features/customer/address.entity.js';
import { Contact } from '../features/customer/contact.entity.js';
import { Customer, CustomerKind, CustomerStatus } from '../features/customer/customer.entity.js';
import { LocationPrecision } from '../features/geography/commune.entity.js';
import { Order, OrderStatus } from '../features/order/order.entity.js';
import { OrderLine } from '../features/order/order-line.entity.js';
import { Rows } from './rows.js';
import { referenceOf } from './scene.js';
import { type Item, itemsFor } from './world/catalogue.js';
import { later } from './world/clock.js';
import { trades as kinds, type Trade } from './world/companies.js';
import { emailOf, phoneOf, sirenOf, siretOf, slugOf, vatNumberOf } from './world/identity.js';
import { firstNames, landmarks, lastNames, trades } from './world/names.js';
import { places, streets } from './world/places.js';
import { Random, uuidAt } from './world/random.js';

/** How many are written in one transaction: memory stays flat, and a stop loses little. */
const AT_ONCE = 1_000;
const DAY_MINUTES = 1_440;
const YEARS = 3;
/** The digits after 98 that are theirs, and how many companies each has room for. */
const DIGITS = 9;
const SIRENS = 100_000;
const tradeKeys = Object.keys(kinds).filter((key): key is Trade => key !== 'person');
/** What the smallest also order. */
const items: readonly Item[] = itemsFor('person').common;

/** So many more customers, each with an address, a contact, and some with orders. Tells after each thousand how many there are. */
export async function addCrowd(ctx: Context, count: number, signal: AbortSignal, told: (made: number) => void): Promise<void> {
  const staff = await ctx.query<{ id: string }>(sql`
    select given.user_id as id from user_role given join role on role.id = given.role_id where role.reach = 'staff' order by id`);
  const now = new Date();
  for (let made = 0; made < count; ) {
    signal.throwIfAborted();
    const more = Math.min(AT_ONCE, count - made);
    await ctx.db.transaction(async (transaction) => {
      const inside = ctx.inside(transaction);
      const numbers = await inside.query<{ number: string }>(
        sql`select nextval('customer_reference') as number from generate_series(1, ${more}::int)`,
      );
      const rows = new Rows();
      const managers = staff.map(({ id }) => id);
      for (const { number } of numbers) customer(rows, Number(number), now, managers);
      await rows.write(inside);
    });
    made += more;
    told(made);
  }
}

/** The customer of that number is the same each time, but for the day it is made on. */
function customer(rows: Rows, number: number, now: Date, managers: readonly string[]): void {
  const random = new Random(`crowd ${number}`);
  const place = random.pick(places);
  const isPerson = random.chance(0.25);
  const person = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const name = isPerson
    ? person
    : `${random.pick(trades)} ${random.chance(0.4) ? random.pick(lastNames) : random.pick(landmarks)}`;
  const createdAt = later(now, -random.between(0, YEARS * 365 * DAY_MINUTES));
  const id = newId(createdAt);
  const siren = isPerson ? null : sirenOf(Math.floor(number / SIRENS) % DIGITS, number % SIRENS);
  const domain = `${slugOf(name)}-${number}.example`;
  const phone = phoneOf(place.zone, random.between(0, 9_999));
  const email = isPerson ? emailOf(person, `courriel-${number}`) : `contact@${domain}`;
  rows.add(Customer, {
    id,
    reference: referenceOf('C', number),
    kind: isPerson ? CustomerKind.PERSON : CustomerKind.COMPANY,
    name,
    siret: siren && siretOf(siren, 1 + Math.floor(number / (SIRENS * DIGITS))),
    vatNumber: siren && vatNumberOf(siren),
    email,
    phone,
    website: isPerson ? null : `https://${domain}`,
    status: random.chance(0.9) ? CustomerStatus.ACTIVE : CustomerStatus.INACTIVE,
    tags: [kinds[isPerson ? 'person' : random.pick(tradeKeys)][0]],
    internalNote: null,
    createdAt,
    updatedAt: createdAt,
    managerId: managers.length > 0 ? random.pick(managers) : null,
  });
  rows.add(Address, {
    id: newId(createdAt),
    customerId: id,
    kind: AddressKind.BILLING,
    street: `${random.between(1, 120)} ${random.pick(streets)}`,
    postalCode: place.postalCode,
    city: place.city,
    country: 'FR',
    latitude: place.latitude + random.between(-150, 150) / 10_000,
    longitude: place.longitude + random.between(-150, 150) / 10_000,
    precision: LocationPrecision.ADDRESS,
  });
  const contact = { name: person, email: isPerson ? email : `${slugOf(person)}@${domain}`, phone };
  if (!isPerson)
    rows.add(Contact, {
      id: newId(createdAt),
      customerId: id,
      ...contact,
      position: random.pick(['Direction', 'Achats', 'Comptabilité']),
      primary: true,
    });
  rows.add(Activity, {
    id: newId(createdAt),
    customerId: id,
    kind: ActivityKind.CUSTOMER_CREATED,
    details: {},
    audience: Audience.TEAM,
    occurredAt: createdAt,
  });
  const orders = random.chance(0.4) ? random.between(1, 4) : 0;
  for (let i = 1; i <= orders; i++) order(rows, random, { id, createdAt, number: `WEB-${number}-${i}`, contact }, now);
}

interface Buyer {
  id: string;
  createdAt: Date;
  number: string;
  contact: { name: string; email: string; phone: string };
}

function order(rows: Rows, random: Random, { id: customerId, createdAt, number, contact }: Buyer, now: Date): void {
  const placedAt = new Date(createdAt.getTime() + Math.floor(random.next() * (now.getTime() - createdAt.getTime())));
  const id = newId(placedAt);
  const lines = random.some(items, random.between(1, 3)).map(({ sku, label, unitCents, most }, i) => {
    const quantity = random.between(1, most);
    return { position: i + 1, sku, description: label, quantity, unitPriceCents: unitCents, totalCents: quantity * unitCents };
  });
  rows.add(Order, {
    id,
    number,
    placedAt,
    status: random.chance(0.95) ? OrderStatus.CONFIRMED : OrderStatus.CANCELLED,
    totalCents: lines.reduce((sum, line) => sum + line.totalCents, 0),
    currency: 'EUR',
    lineCount: lines.length,
    customerId,
    ...contact,
    country: 'FR',
    createdAt: placedAt,
  });
  for (const line of lines) rows.add(OrderLine, { id: newId(placedAt), orderId: id, ...line });
}

/** Chance that repeats would repeat itself among so many. */
const newId = (at: Date): string => uuidAt(at, randomBytes(9).toString('hex'));
