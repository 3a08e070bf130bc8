import { randomUUID } from 'node:crypto';
import { Order, OrderStatus } from '../../../server/features/order/order.entity.js';
import { OrderLine } from '../../../server/features/order/order-line.entity.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;

/** An order of one line that makes its total. */
export async function order({ database: { manager: db } }: Server, fields: Partial<Order> = {}): Promise<Order> {
  const totalCents = fields.totalCents ?? 12_000;
  const made = await db.save(
    db.create(Order, {
      number: `T${randomUUID().slice(0, 8)}`,
      placedAt: new Date(),
      status: OrderStatus.CONFIRMED,
      currency: 'EUR',
      lineCount: 1,
      ...fields,
      totalCents,
    }),
  );
  await db.insert(OrderLine, {
    orderId: made.id,
    position: 1,
    sku: 'BOL-01',
    description: 'Bol en grès',
    quantity: 1,
    unitPriceCents: totalCents,
    totalCents,
  });
  return made;
}
