import type { TestServer } from '../server.js';

/** A purchase: whose, on which day, of how many cents. */
export interface Bought {
  of: string;
  day: string;
  cents: number;
}

/** Customers with their confirmed orders, written in two statements. Answers the customers' ids by the words they were named with. */
export async function shop({ database }: Pick<TestServer, 'database'>, bought: readonly Bought[]): Promise<Map<string, string>> {
  const names = [...new Set(bought.map(({ of }) => of))];
  const rows: { id: string; name: string }[] = await database.query(
    `insert into customer (reference, kind, name) select 'S-' || name, 'COMPANY', name from unnest($1::text[]) name returning id, name`,
    [names],
  );
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  await database.query(
    `insert into "order" (number, placed_at, status, total_cents, currency, line_count, customer_id)
     select 'S' || place, (day || 'T12:00:00Z')::timestamptz, 'CONFIRMED', cents, 'EUR', 0, of::uuid
     from json_to_recordset($1::json) it (place integer, day text, cents bigint, of text)`,
    [JSON.stringify(bought.map(({ of, day, cents }, place) => ({ place, day, cents, of: ids.get(of) })))],
  );
  return ids;
}

/** The same numbers each time. */
export function dice(seed = 42): () => number {
  let last = seed;
  return () => {
    last = (last * 1664525 + 1013904223) % 4294967296;
    return last / 4294967296;
  };
}

const DAY = 86_400_000;

/** A shop of so many customers over the days before one: many come once, some for years. */
export function made(customers: number, days: number, until: string, seed?: number): Bought[] {
  const next = dice(seed);
  const begin = Date.parse(until) - days * DAY;
  return Array.from({ length: customers }, (_, n) => {
    const pace = 0.01 + 0.06 * next() * next();
    const leaves = 0.05 + 0.5 * next() * next();
    const basket = 5_000 + 10_000 * next();
    const bought: Bought[] = [];
    for (let at = days * 0.5 * next(); at < days; at += -Math.log(next() || 0.5) / pace) {
      const day = new Date(begin + Math.floor(at) * DAY).toISOString().slice(0, 10);
      bought.push({ of: `Client ${n}`, day, cents: Math.round(basket * (0.5 + next())) });
      if (next() < leaves) break;
    }
    return bought;
  }).flat();
}
