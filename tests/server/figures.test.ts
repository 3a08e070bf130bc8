import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshFiguresJob } from '../../server/features/portfolio/figures.jobs.js';
import { drawFigures } from '../../server/features/portfolio/figures-draw.service.js';
import { followPurchases } from '../../server/features/portfolio/figures-follow.service.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
const ids: string[] = [];
const day = (text: string) => new Date(`${text}T12:00:00Z`);
const draw = (asOf: string) => drawFigures(server.product.system(), asOf);

beforeAll(async () => {
  server = await startServer();
  manager = await person(server, 'manager');
  // Six customers: the first ordered once and first, the last six times and last.
  for (let i = 1; i <= 6; i++) {
    const { id } = await customer(server);
    ids.push(id);
    for (let n = 0; n < i; n++)
      await order(server, { customerId: id, totalCents: 1_000, placedAt: day(`2026-01-${String(i + n).padStart(2, '0')}`) });
  }
  await order(server, { customerId: ids[0], totalCents: 500, placedAt: day('2025-11-20') });
  await customer(server);
});
afterAll(() => server.stop());

const LIST = 'query ($filter: CustomerFilter) { customers(filter: $filter, sort: CREATED_AT) { totalCount nodes { id } } }';
const found = async (figures: object, by = manager): Promise<number[]> => {
  const { customers } = (await server.ask(by, LIST, { filter: { figures } })).data;
  expect(customers.totalCount).toBe(customers.nodes.length);
  return customers.nodes.map(({ id }: { id: string }) => ids.indexOf(id)).sort();
};
const RFM =
  'query ($id: ID!, $asOf: Date) { customer(id: $id) { analytics(asOf: $asOf) { rfm { recencyDays frequency monetaryCents r f m segment } } } }';

test('what is kept of a customer is what their page says, and so is what is found by it', async () => {
  expect(await draw('2026-01-31')).toBe(7);
  const rows = await server.database.query(`
    select customer_id as id, recency_days as "recencyDays", frequency, monetary_cents::integer as "monetaryCents", r, f, m, segment
    from customer_figures where frequency is not null order by customer_id`);
  expect(rows).toHaveLength(6);
  for (const { id, ...kept } of rows) {
    const { rfm } = (await server.ask(manager, RFM, { id, asOf: '2026-01-31' })).data.customer.analytics;
    const segment = kept.segment.toUpperCase().replaceAll(' ', '_').replaceAll("'", '');
    expect({ ...kept, segment }).toEqual(rfm);
    const at = ids.indexOf(id);
    // Kept, and worked out from the orders: the same.
    for (const asOf of [null, '2026-01-31', '2026-02-01'])
      expect(await found({ asOf, segment: rfm.segment, m: rfm.m }), `${asOf}`).toContain(at);
    expect(await found({ r: rfm.r })).toContain(at);
    expect(await found({ r: 6 - rfm.r === rfm.r ? 1 : 6 - rfm.r })).not.toContain(at);
  }
});

test('customers are found by the month they began in, the months they ordered in, and what they spent', async () => {
  expect(await found({ cohort: '2025-11-01' })).toEqual([0]);
  expect(await found({ cohort: '2025-11-30', activeIn: '2026-01-15' })).toEqual([0]);
  expect(await found({ cohort: '2025-11-01', activeIn: '2025-12-01' })).toEqual([]);
  expect(await found({ cohort: '2026-01-01' })).toEqual([1, 2, 3, 4, 5]);
  expect(await found({ asOf: '2025-12-31', cohort: '2025-11-01' })).toEqual([0]);
  expect(await found({ asOf: '2025-12-31', activeIn: '2026-01-01' })).toEqual([]);
  expect(await found({ tenth: 1 })).toEqual([5]);
  expect(await found({ tenths: 2 })).toEqual([4, 5]);
  expect(await found({ asOf: '2026-01-31', before: { asOf: '2025-12-31' } })).toEqual([1, 2, 3, 4, 5]);
  expect(await found({ asOf: '2026-02-28', before: { asOf: '2026-01-31', segment: 'CHAMPIONS' } })).toEqual(
    await found({ segment: 'CHAMPIONS' }),
  );
});

test('health is kept week by week, the last look of each', async () => {
  const points = async () =>
    (
      await server.database.query(
        'select health_days::text[] as days, health_scores as scores, as_of::text as day from customer_figures where customer_id = $1',
        [ids[5]],
      )
    )[0];
  const [{ health }] = await server.database.query('select health from customer_figures where customer_id = $1', [ids[5]]);
  expect(health).toBeGreaterThanOrEqual(0);
  expect(await points()).toEqual({ days: ['2026-01-31'], scores: [health], day: '2026-01-31' });
  await draw('2026-02-01');
  await draw('2026-02-02');
  expect((await points()).days).toEqual(['2026-02-01', '2026-02-02']);
  expect(await found({ healthFrom: health })).toContain(5);
  // Looked at again for an earlier day, nothing later is known.
  await draw('2026-01-31');
  expect(await points()).toEqual({ days: ['2026-01-31'], scores: [health], day: '2026-01-31' });
});

test('who may not read analytics finds nobody by them', async () => {
  const reseller = await person(server, 'revendeur');
  await customer(server, { resellerId: reseller.id });
  expect((await server.ask(reseller, LIST, { filter: {} })).data.customers.totalCount).toBe(1);
  expect(await found({}, reseller)).toEqual([]);
  expect(await found({ before: { asOf: '2025-01-01' } }, reseller)).toEqual([]);
});

const follow = () => followPurchases(server.product.system(), refreshFiguresJob, new AbortController().signal);
const kept = () =>
  server.database.query(
    `select customer_id as id, recency_days, frequency, monetary_cents::integer as cents, purchases, health, active_months, segment, tenth
      from customer_figures order by customer_id`,
  );

test('whose purchases change is worked out again alone, as the whole would say it', async () => {
  await draw('2026-02-10');
  await follow();
  const before = await kept();
  const { id: orderId } = await order(server, { customerId: ids[1], totalCents: 9_000, placedAt: day('2026-02-05') });
  await order(server, { customerId: null, totalCents: 9_000, placedAt: day('2026-02-05') });
  expect(await kept()).toEqual(before);
  expect(await follow()).toBe(1);
  const after = await kept();
  const of = (rows: { id: string }[], id: string) => rows.find((row) => row.id === id);
  expect(of(after, ids[1])).toMatchObject({ recency_days: 5, frequency: 3, cents: 11_000, purchases: 3, tenth: 1 });
  const others = (rows: { id: string }[]) => rows.filter(({ id }) => id !== ids[1]);
  expect(others(after)).toEqual(others(before));
  expect(await follow()).toBe(0);

  // One order goes from one to another, as linking does: both.
  await server.database.query('update "order" set customer_id = $2 where id = $1', [orderId, ids[2]]);
  expect(await follow()).toBe(2);
  const then = await kept();
  expect(of(then, ids[1])).toEqual(of(before, ids[1]));
  await draw('2026-02-10');
  const whole = await kept();
  const plain = ({ segment: _segment, tenth: _tenth, ...row }: Record<string, unknown>) => row;
  expect(then.map(plain)).toEqual(whole.map(plain));
});

test('while all of them are worked out, who changed waits', async () => {
  await server.database.query(`insert into figures_progress (status) values ('RUNNING')`);
  await order(server, { customerId: ids[3], totalCents: 1_000, placedAt: day('2026-02-06') });
  expect(await follow()).toBe(0);
  await server.database.query(`update figures_progress set status = 'DONE', ended_at = now()`);
  expect(await follow()).toBe(1);
});

test('the days that people compare with are kept: they say what the orders said then, and are worked out anew each night', async () => {
  await draw('2026-02-10');
  const days = await server.database.query('select as_of::text as day from figures_before_drawn order by 1');
  expect(days).toEqual([{ day: '2025-02-10' }, { day: '2025-11-12' }, { day: '2026-01-11' }]);
  const read = () =>
    server.database.query(
      `select customer_id, frequency, recency_days from figures_before where as_of = '2026-01-11' order by 1`,
    );
  const live = await server.database.query(
    `select customer_id, count(*)::integer as frequency, ('2026-01-11'::date - max(placed_at)::date) as recency_days from "order"
      where status = 'CONFIRMED' and customer_id is not null and placed_at < '2026-01-12' group by 1 order by 1`,
  );
  expect(live.length).toBeGreaterThan(3);
  expect(await read()).toEqual(live);
  const asked = async () => [await found({ asOf: '2026-01-11', m: 5 }), await found({ asOf: '2026-01-11', tenth: 1 })];
  const kept = await asked();
  await server.database.query('delete from figures_before; delete from figures_before_drawn');
  expect(await asked()).toEqual(kept);
  await order(server, { customerId: ids[0], totalCents: 1, placedAt: day('2026-01-10') });
  await draw('2026-02-10');
  expect((await read()).find((row: { customer_id: string }) => row.customer_id === ids[0])).toMatchObject({ recency_days: 1 });
});
