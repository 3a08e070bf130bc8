import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fitLifetimes } from '../../server/features/lifetime/fit.service.js';
import { drawFigures } from '../../server/features/portfolio/figures-draw.service.js';
import { person, type TestPerson } from '../support/as.js';
import { made, shop } from '../support/factories/shop.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

const folder = join(import.meta.dirname, '../../../shared/data/rfm');
const absent = !existsSync(folder);

const AS_OF = '2026-06-30';
const SINCE = '2026-04-01';
const PORTFOLIO = `query ($asOf: Date, $since: Date!) { portfolio(asOf: $asOf) { asOf drawnAt currency customers monetaryCents gini
  cells { r f customers monetaryCents } segments { segment customers monetaryCents } movements(since: $since) { from to customers }
  tenths { tenth customers monetaryCents share shareSoFar } cohorts { month customers later { month customers } }
  health { grade customers }
  forecasts { currency customers expectedPurchases valueCents chances { from below customers } fit { asOf holdOut { customers } } } } }`;

let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
  await shop(server, made(240, 500, AS_OF));
  await fitLifetimes(server.product.system(), AS_OF);
  await drawFigures(server.product.system(), AS_OF);
}, 120_000);
afterAll(() => server.stop());

const portfolioOf = async (asOf: string | null = null, since = SINCE) =>
  (await server.ask(manager, PORTFOLIO, { asOf, since })).data.portfolio;
const behind = async (figures: object): Promise<number> =>
  (
    await server.ask(manager, 'query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }', {
      filter: { figures },
    })
  ).data.customers.totalCount;
const sum = (of: readonly { customers: number }[]) => of.reduce((total, { customers }) => total + customers, 0);

interface Counted {
  customers: number;
}
/** What the query above asks for. */
interface Told extends Counted {
  asOf: string;
  cells: (Counted & { r: number; f: number })[];
  segments: (Counted & { segment: string; monetaryCents: number })[];
  movements: (Counted & { from: string | null; to: string })[];
  tenths: (Counted & { tenth: number })[];
  cohorts: (Counted & { month: string; later: (Counted & { month: string })[] })[];
  forecasts: (Counted & { currency: string; chances: (Counted & { from: number; below: number | null })[] })[];
  health: (Counted & { grade: 'GOOD' | 'FAIR' | 'POOR' })[];
}

/** The bounds of a grade. */
const bounds = { GOOD: [70, null], FAIR: [40, 70], POOR: [0, 40] };

type Numbered = [what: string, customers: number, figures: object];
const numbered = (what: string, { customers }: Counted, figures: object): Numbered => [what, customers, figures];

/** Every number of customers there is, with the words that find them. */
const numbersOf = ({ asOf, ...p }: Told): Numbered[] => [
  numbered('all', p, { asOf }),
  ...p.cells.map((one) => numbered(`cell ${one.r} ${one.f}`, one, { asOf, r: one.r, f: one.f })),
  ...p.segments.map((one) => numbered(one.segment, one, { asOf, segment: one.segment })),
  ...p.movements.map((one) =>
    numbered(`${one.from} to ${one.to}`, one, { asOf, segment: one.to, before: { asOf: SINCE, segment: one.from } }),
  ),
  ...p.tenths.map((one) => numbered(`tenth ${one.tenth}`, one, { asOf, tenth: one.tenth })),
  ...p.cohorts.map((one) => numbered(`cohort ${one.month}`, one, { asOf, cohort: one.month })),
  ...p.cohorts.flatMap(({ month: cohort, later }) =>
    later.map((one) => numbered(`cohort ${cohort} in ${one.month}`, one, { asOf, cohort, activeIn: one.month })),
  ),
  ...p.forecasts.map((one) => numbered(`forecast ${one.currency}`, one, { forecastIn: one.currency })),
  ...p.forecasts.flatMap(({ currency: forecastIn, chances }) =>
    chances.map((one) => numbered(`chance ${one.from}`, one, { forecastIn, aliveFrom: one.from, aliveBelow: one.below })),
  ),
  ...p.health.map((one) => {
    const [healthFrom, healthBelow] = bounds[one.grade];
    return numbered(one.grade, one, { healthFrom, healthBelow });
  }),
];

test.each([
  ['kept', AS_OF],
  ['worked out for the answer', '2026-05-15'],
])(
  'behind every number stand as many customers (figures %s)',
  async (_, asOf) => {
    const portfolio = await portfolioOf(asOf);
    expect(portfolio).toMatchObject({ asOf, currency: 'EUR', drawnAt: asOf === AS_OF ? expect.any(String) : null });
    const numbers = numbersOf(portfolio);
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter(([, customers]) => customers > 0).length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const [what, customers, figures] of numbers) {
      const found = await behind(figures);
      if (found !== customers) wrong.push(`${what}: ${customers} told, ${found} found`);
    }
    expect(wrong).toEqual([]);
    for (const parts of [portfolio.cells, portfolio.segments, portfolio.movements, portfolio.tenths])
      expect(sum(parts)).toBe(portfolio.customers);
    expect(portfolio.cohorts.at(-1).month >= '2024-07-01').toBe(true);
  },
  120_000,
);

test('value is concentrated as the amounts say', async () => {
  const { tenths, gini, monetaryCents, customers } = await portfolioOf();
  const rows: { cents: number }[] = await server.database.query(
    `select sum(total_cents)::float as cents from "order" where placed_at < '2026-07-01' group by customer_id order by 1 desc`,
  );
  const all = rows.map(({ cents }) => cents);
  const total = all.reduce((a, b) => a + b, 0);
  expect([customers, monetaryCents]).toEqual([all.length, total]);
  const most = all.slice(0, Math.ceil(all.length / 10)).reduce((a, b) => a + b, 0);
  expect(tenths[0]).toMatchObject({ tenth: 1, monetaryCents: most });
  expect(tenths[0].share).toBeCloseTo(most / total, 12);
  expect(tenths[9].shareSoFar).toBeCloseTo(1, 12);
  // The mean difference between any two, over twice the mean.
  const differences = all.flatMap((one) => all.map((other) => Math.abs(one - other))).reduce((a, b) => a + b, 0);
  expect(gini).toBeCloseTo(differences / (2 * all.length * total), 9);
});

test('what is expected of all is the sum of what is expected of each', async () => {
  const [forecast] = (await portfolioOf()).forecasts;
  expect(forecast).toMatchObject({ currency: 'EUR', fit: { asOf: AS_OF } });
  const asked = `query ($after: String) { customers(first: 100, after: $after, filter: { figures: { forecastIn: "EUR" } }) {
    pageInfo { hasNextPage endCursor } nodes { analytics(asOf: "${AS_OF}") { lifetime { expectedPurchases valueCents } } } } }`;
  let [purchases, cents] = [0, 0];
  for (let after: string | null = null; ; ) {
    // biome-ignore lint/suspicious/noExplicitAny: the shape is what is asked for above
    const { customers }: any = (await server.ask(manager, asked, { after })).data;
    for (const { analytics } of customers.nodes) {
      purchases += analytics.lifetime.expectedPurchases;
      cents += analytics.lifetime.valueCents;
    }
    if (!customers.pageInfo.hasNextPage) break;
    after = customers.pageInfo.endCursor;
  }
  expect(forecast.expectedPurchases).toBeCloseTo(purchases, 6);
  expect(forecast.valueCents).toBe(cents);
});

test('all of it takes seven statements, however many customers there are', async () => {
  await portfolioOf();
  expect((await server.count(() => portfolioOf())).statements).toBe(7);
});

const REFRESH = 'mutation { refreshFigures { run { status progress askedAt endedAt } userErrors { code } } }';
const RUN = '{ figuresRun { status progress askedAt endedAt } }';

test('whoever may has it all worked out anew, and sees how far it is', async () => {
  const count = async () => (await server.database.query('select count(*)::int as count from audit_entry'))[0].count;
  const before = await count();
  expect(codesOf(await server.ask(null, REFRESH))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(await person(server, 'staff'), REFRESH))).toEqual(['FORBIDDEN']);
  expect((await server.database.query('select from figures_progress')).length).toBe(0);
  expect((await server.ask(manager, RUN)).data).toEqual({ figuresRun: null });
  const { run } = (await server.ask(manager, REFRESH)).data.refreshFigures;
  expect(run).toMatchObject({ status: 'QUEUED', progress: 0, endedAt: null });
  expect(await count()).toBeGreaterThan(before);
  await expect.poll(async () => (await server.ask(manager, RUN)).data.figuresRun.status, { timeout: 60_000 }).toBe('DONE');
  expect((await server.ask(manager, RUN)).data.figuresRun).toMatchObject({
    progress: 1,
    askedAt: run.askedAt,
    endedAt: expect.any(String),
  });
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  expect((await portfolioOf()).asOf).toBe(today);
}, 90_000);

test('a customer’s health of earlier weeks is on their page', async () => {
  const asked = `{ customers(first: 3, filter: { figures: { segment: CHAMPIONS } }) { nodes { analytics { health { score asOf }
    healthHistory { day score } } } } }`;
  const { nodes } = (await server.ask(manager, asked)).data.customers;
  expect(nodes).toHaveLength(3);
  for (const { analytics } of nodes)
    expect(analytics.healthHistory.at(-1)).toEqual({ day: analytics.health.asOf, score: analytics.health.score });
});

test('the portfolio is for our own people', async () => {
  for (const role of ['client', 'prestataire', 'revendeur'] as const)
    expect(codesOf(await server.ask(await person(server, role), PORTFOLIO, { since: SINCE }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await server.ask(manager, PORTFOLIO, { since: 'then' }))).toEqual(['BAD_USER_INPUT']);
});

/** Published with the R package rfm: its made-up orders and their segments on 2006-12-31. */
describe.skipIf(absent)(`the published segments${absent ? ' (skipped: ../shared/data/rfm is not there)' : ''}`, () => {
  let asOf: string;
  beforeAll(async () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'rfm_data_orders.csv')), { columns: true });
    asOf = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')).analysis_date;
    await server.asSuperuser('truncate "order" cascade');
    const bought = rows.map((row) => ({ of: row.customer_id, day: row.order_date, cents: Number(row.revenue) * 100 }));
    await shop(server, bought);
  });

  test.each(['worked out', 'kept'])(
    'are those of the portfolio, %s',
    async (how) => {
      if (how === 'kept') await drawFigures(server.product.system(), asOf);
      const { segments, customers, drawnAt }: Told & { drawnAt: string | null } = await portfolioOf(asOf, '2006-06-30');
      expect([customers, drawnAt !== null]).toEqual([995, how === 'kept']);
      const champions = segments.find(({ segment }) => segment === 'CHAMPIONS');
      expect(champions).toEqual({ segment: 'CHAMPIONS', customers: 158, monetaryCents: 12_017_800 });
      expect(await behind({ asOf, segment: 'CHAMPIONS' })).toBe(158);
    },
    60_000,
  );
});
