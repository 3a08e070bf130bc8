import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillNew, followChanges } from '../../server/features/segment/segment-refresh.service.js';
import { person } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { all, segmentWorld } from '../support/segments.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof segmentWorld>>;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  world = await segmentWorld(server);
});
afterAll(() => server.stop());

/** A job may come first, so what is looked for is waited for, not slept for. */
const comes = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 90_000, interval: 100 });

const rich = (name: string) =>
  all({ field: 'customer.tags', op: 'ANY_OF', value: [name] }, { field: 'orders.total', op: 'AT_LEAST', value: 100_000 });

const timeline = async (customerId: string): Promise<string[]> => {
  const answer = await server.ask(
    world.manager,
    'query ($id: ID!) { customer(id: $id) { activities(first: 50) { nodes { kind title } } } }',
    { id: customerId },
  );
  return answer.data.customer.activities.nodes
    .filter((one: { kind: string }) => one.kind.startsWith('SEGMENT'))
    .map((one: { title: string }) => one.title);
};

test('who is in it follows what changes, with its history, the timeline and a message to who follows it', async () => {
  const { read, filled, inside, staff } = world;
  const ada = await customer(server, { name: 'Ada', tags: ['first'] });
  const bea = await customer(server, { name: 'Béa', tags: ['first'] });
  await order(server, { customerId: ada.id, totalCents: 200_000 });
  const { id } = await filled('Premiers', rich('first'));
  expect(await inside(id)).toEqual(['Ada']);
  // The first filling is nobody's coming in.
  expect((await read(id)).history.nodes).toEqual([]);
  expect(await timeline(ada.id)).toEqual([]);

  const follow = (following: boolean) =>
    server.ask(
      staff,
      'mutation ($input: FollowSegmentInput!) { followSegment(input: $input) { segment { following } userErrors { code } } }',
      {
        input: { id, following },
      },
    );
  expect((await follow(true)).data.followSegment.segment).toEqual({ following: true });
  await order(server, { customerId: bea.id, totalCents: 100_000 });
  await comes(() => inside(id)).toEqual(['Ada', 'Béa']);
  expect(await timeline(bea.id)).toEqual(['Entré dans le segment « Premiers »']);
  expect(await timeline(ada.id)).toEqual([]);

  await server.database.query(`update customer set tags = '{}' where id = $1`, [ada.id]);
  await comes(() => inside(id)).toEqual(['Béa']);
  expect(await timeline(ada.id)).toEqual(['Sorti du segment « Premiers »']);
  const after = await read(id);
  expect(after).toMatchObject({ memberCount: 1, recent: { entered: 1, left: 1 } });
  expect(after.history.nodes).toEqual([
    { entered: false, cause: 'CUSTOMER', customer: { id: ada.id } },
    { entered: true, cause: 'CUSTOMER', customer: { id: bea.id } },
  ]);

  const told = async () =>
    (await server.ask(staff, '{ notifications(first: 10) { nodes { kind title link } } }')).data.notifications.nodes.filter(
      (one: { kind: string }) => one.kind === 'SEGMENT_MOVED',
    );
  expect(await told()).toEqual([
    { kind: 'SEGMENT_MOVED', title: 'Segment « Premiers » : 0 entrées, 1 sorties.', link: `/segments/${id}` },
    { kind: 'SEGMENT_MOVED', title: 'Segment « Premiers » : 1 entrées, 0 sorties.', link: `/segments/${id}` },
  ]);
  await follow(false);
  await server.database.query(`update customer set tags = '{first}' where id = $1`, [ada.id]);
  await comes(() => inside(id)).toEqual(['Ada', 'Béa']);
  expect(await told()).toHaveLength(2);
});

test('a new rule moves customers without a word on their timelines', async () => {
  const { filled, inside, save, read } = world;
  const cyr = await customer(server, { name: 'Cyr', tags: ['second'] });
  const dan = await customer(server, { name: 'Dan', tags: ['third'] });
  const { id } = await filled('Deuxièmes', all({ field: 'customer.tags', op: 'ANY_OF', value: ['second'] }));
  expect(await inside(id)).toEqual(['Cyr']);
  const { userErrors } = await save({ id, rule: all({ field: 'customer.tags', op: 'ANY_OF', value: ['third'] }) });
  expect(userErrors).toEqual([]);
  await comes(() => inside(id)).toEqual(['Dan']);
  expect((await read(id)).history.nodes.map((one: { cause: string }) => one.cause)).toEqual(['RULE', 'RULE']);
  expect((await read(id)).recent).toEqual({ entered: 0, left: 0 });
  expect([await timeline(cyr.id), await timeline(dan.id)]).toEqual([[], []]);
});

test('customers are filtered by it, and each says where they are', async () => {
  const { filled, staff, manager } = world;
  const eli = await customer(server, { name: 'Éli', tags: ['fourth'] });
  const { id } = await filled('Quatrièmes', all({ field: 'customer.tags', op: 'ANY_OF', value: ['fourth'] }));
  const LIST = `query ($filter: CustomerFilter!) { customers(first: 10, filter: $filter) { totalCount nodes { id segments { id name } } } }`;
  const list = async (who: Parameters<TestServer['ask']>[0], filter: object) =>
    (await server.ask(who, LIST, { filter })).data.customers;
  expect(await list(staff, { segmentId: id })).toEqual({
    totalCount: 1,
    nodes: [{ id: eli.id, segments: [{ id, name: 'Quatrièmes' }] }],
  });
  expect((await list(manager, { segmentId: id, search: 'nobody' })).totalCount).toBe(0);
  expect((await list(manager, { segmentId: 'x' })).totalCount).toBe(0);
  // Who sells to them learns nothing of how we sort them.
  const reseller = await person(server, 'revendeur');
  await server.database.query('update customer set reseller_id = $2 where id = $1', [eli.id, reseller.id]);
  const asked = await server.ask(
    reseller,
    'query ($filter: CustomerFilter!) { customers(first: 10, filter: $filter) { totalCount } }',
    {
      filter: { segmentId: id },
    },
  );
  expect(asked.data.customers.totalCount).toBe(0);
  expect((await server.ask(reseller, '{ customers(first: 10) { totalCount } }')).data.customers.totalCount).toBe(1);
});

test('two refreshes at once, a rule changed and a segment deleted meanwhile leave what is right', async () => {
  const { filled, inside, save, manager, read } = world;
  for (let i = 0; i < 50; i += 1)
    await customer(server, { name: `Nº ${String(i).padStart(2, '0')}`, tags: [i % 2 ? 'odd' : 'even'] });
  const rule = (tag: string) => all({ field: 'customer.tags', op: 'ANY_OF', value: [tag] });
  const { id } = await filled('Pairs', rule('even'));
  const other = await filled('Impairs', rule('odd'));
  const refresh = (of: string) =>
    server.ask(manager, 'mutation ($input: RefreshSegmentInput!) { refreshSegment(input: $input) { userErrors { code } } }', {
      input: { id: of },
    });
  await Promise.all([refresh(id), refresh(id), refresh(id), save({ id, rule: rule('odd') }), refresh(id), refresh(other.id)]);
  const gone = await server.ask(
    manager,
    'mutation ($input: DeleteSegmentInput!) { deleteSegment(input: $input) { deletedId userErrors { code } } }',
    {
      input: { id: other.id },
    },
  );
  expect(gone.data.deleteSegment).toEqual({ deletedId: other.id, userErrors: [] });
  await comes(async () => (await inside(id)).length).toBe(25);
  await comes(async () => (await inside(id))[0]).toBe('Nº 01');
  expect(await read(other.id)).toBeNull();
  await comes(
    async () =>
      (await server.database.query(`select count(*)::int as left from graphile_worker.jobs where task_identifier ~ 'egment'`))[0]
        .left,
  ).toBe(0);
  expect(await server.database.query('select from segment_member where segment_id = $1', [other.id])).toEqual([]);
  const [{ failed }] = await server.database.query(
    `select count(*)::int as failed from graphile_worker.jobs where last_error is not null`,
  );
  expect(failed).toBe(0);
});

test('a rule that names what is gone keeps who is in it, and says so', async () => {
  const { filled, inside, read, manager } = world;
  await customer(server, { name: 'Fay', tags: ['fifth'] });
  const { id } = await filled('Cinquièmes', all({ field: 'customer.tags', op: 'ANY_OF', value: ['fifth'] }));
  expect(await inside(id)).toEqual(['Fay']);
  await server.database.query('update customer_segment set rule = $2 where id = $1', [
    id,
    all({ field: 'custom.gone', op: 'KNOWN' }),
  ]);
  await server.ask(manager, 'mutation ($input: RefreshSegmentInput!) { refreshSegment(input: $input) { userErrors { code } } }', {
    input: { id },
  });
  await comes(async () => (await read(id)).broken).toBe(true);
  expect(await inside(id)).toEqual(['Fay']);
  expect((await read(id)).sentence).toBeNull();
  await world.save({ id, rule: all({ field: 'customer.tags', op: 'ANY_OF', value: ['sixth'] }) });
  await comes(() => inside(id)).toEqual([]);
  expect((await read(id)).broken).toBe(false);
});

test('where thousands change at once all are looked at again, segment by segment', async () => {
  const { id } = await world.filled('Foule', all({ field: 'customer.tags', op: 'ANY_OF', value: ['crowd'] }));
  await server.database.query(`
    insert into customer (reference, kind, name, tags) select 'X-' || n, 'PERSON', 'Foule ' || n, '{crowd}' from generate_series(1, 5001) n`);
  await followChanges(server.product.system(), new AbortController().signal);
  await comes(
    async () => (await server.database.query('select count(*)::int as n from segment_member where segment_id = $1', [id]))[0].n,
  ).toBe(5001);
  expect(await server.database.query('select from segment_due')).toEqual([]);
});

test('segments that came with the product are filled as soon as there are customers, without a history', async () => {
  // Where no job comes first: one that had filled them would rightly note who is new.
  const quiet = await startServer();
  try {
    const none = () => quiet.database.query('select key from customer_segment where delivered and filled_at is null');
    const { id } = await customer(quiet, { name: 'Toute nouvelle' });
    await order(quiet, { customerId: id });
    expect(await none()).not.toEqual([]);
    await fillNew(quiet.product.system(), new AbortController().signal);
    expect(await none()).toEqual([]);
    const inside = await quiet.database.query(
      `select s.key from segment_member m join customer_segment s on s.id = m.segment_id where m.customer_id = $1 and s.key = 'new'`,
      [id],
    );
    expect(inside).toEqual([{ key: 'new' }]);
    expect(await quiet.database.query('select from segment_change where customer_id = $1', [id])).toEqual([]);
  } finally {
    await quiet.stop();
  }
});
