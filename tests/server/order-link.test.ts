import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPerson } from '../support/as.js';
import { order } from '../support/factories/order.factory.js';
import { type LinkWorld, linkWorld } from '../support/order-links.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: LinkWorld;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  world = await linkWorld(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query(`delete from "order"`);
  await server.database.query('delete from order_link_run');
});

test('links what is sure, proposes the rest with its evidence, and leaves strangers alone', async () => {
  const { dupont, quatrebarbes, link, links, ownerOf, written } = world;
  await order(server, { number: 'MAIL', email: 'Jean.Dupont+boutique@googlemail.com' });
  await order(server, { number: 'PHONE', phone: '06 98 00 11 22', name: 'DUPONT Jean' });
  await order(server, { number: 'LINE', phone: '+33698001122', name: 'Hector Valadier' });
  await order(server, { number: 'NAME', name: 'Quatrebarbes Zephyrine' });
  await order(server, { number: 'STRANGER', email: 'nobody@elsewhere.test', name: 'Inconnue Totale' });
  const trial = await link({ dryRun: true });
  expect(trial).toMatchObject({ dryRun: true, seen: 5, linked: 2, proposed: 2, viewerCan: { undo: false } });
  expect(trial.changes.map(({ number }: { number: string }) => number).sort()).toEqual(['MAIL', 'PHONE']);
  expect(await written()).toEqual({ links: 0, owned: 0 });

  expect(await link()).toMatchObject({ seen: 5, linked: 2, moved: 0, unlinked: 0, proposed: 2 });
  expect(await Promise.all(['MAIL', 'PHONE', 'LINE', 'NAME', 'STRANGER'].map(ownerOf))).toEqual([
    dupont.id,
    dupont.id,
    null,
    null,
    null,
  ]);
  expect(new Set((await links({ status: 'LINKED' })).map(({ method }: { method: string }) => method))).toEqual(
    new Set(['EMAIL', 'PHONE']),
  );
  const proposed = await links();
  expect(proposed.map((one: { order: { number: string } }) => one.order.number).sort()).toEqual(['LINE', 'NAME']);
  const name = proposed.find((one: { order: { number: string } }) => one.order.number === 'NAME');
  expect(name).toMatchObject({
    customer: { id: quatrebarbes.id },
    evidence: [{ field: 'name', level: 'SAME', text: 'Même nom' }],
    viewerCan: { accept: true, refuse: true, undo: false },
  });
  const again = await link();
  expect(again).toMatchObject({ seen: 3, linked: 0, proposed: 2 });
});

test('finds a company by any of its many contacts', async () => {
  const { dupont, link, ownerOf } = world;
  const addresses = Array.from({ length: 20 }, () => `${randomUUID()}@achats.test`);
  await server.database.query(
    `insert into contact (customer_id, name, email) select $1, 'Achats', email from unnest($2::text[]) email`,
    [dupont.id, addresses],
  );
  await order(server, { number: 'FIRST', email: addresses[0] });
  await order(server, { number: 'LAST', email: addresses[19] });
  await link();
  expect(await Promise.all(['FIRST', 'LAST'].map(ownerOf))).toEqual([dupont.id, dupont.id]);
  await server.database.query('delete from contact where email = any($1)', [addresses]);
});

test('weighs proved addresses that differ as a contradiction', async () => {
  const { client, link, links, ownerOf } = world;
  await server.database.query(`update "user" set email = $1 where id = $2`, [`proved-${randomUUID()}@test.example`, client.id]);
  await order(server, { number: 'BOTH', phone: '+33698001122', email: 'quelqu.un@ailleurs.test', name: 'Dupond Paul' });
  await link();
  expect(await ownerOf('BOTH')).toBeNull();
  expect(await links({ orderId: undefined })).toMatchObject([{ order: { number: 'BOTH' }, status: 'PROPOSED' }]);
});

test('is undone whole, but for what somebody decided', async () => {
  const { staff, manager, dupont, quatrebarbes, link, links, review, ownerOf } = world;
  await order(server, { number: 'A', email: 'jean.dupont@gmail.com' });
  await order(server, { number: 'B', email: 'jeandupont@gmail.com' });
  await order(server, { number: 'C', name: 'Zéphyrine Quatrebarbes' });
  const run = await link();
  expect(run).toMatchObject({ linked: 2, proposed: 1, viewerCan: { undo: false } });
  const [proposal] = await links();
  await review(proposal.id, 'ACCEPT');
  const undo = (who: TestPerson | null, id: string) =>
    server.ask(
      who,
      'mutation ($input: UndoOrderLinkRunInput!) { undoOrderLinkRun(input: $input) { run { status } userErrors { code } } }',
      {
        input: { id },
      },
    );
  expect(codesOf(await undo(staff, run.id))).toEqual(['FORBIDDEN']);
  expect(codesOf(await undo(null, run.id))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await undo(manager, randomUUID()))).toEqual(['NOT_FOUND']);
  expect(await ownerOf('A')).toBe(dupont.id);
  expect((await undo(manager, run.id)).data.undoOrderLinkRun.run).toEqual({ status: 'UNDONE' });
  expect(await Promise.all(['A', 'B', 'C'].map(ownerOf))).toEqual([null, null, quatrebarbes.id]);
  expect(codesOf(await undo(manager, run.id))).toEqual(['FORBIDDEN']);
  expect(await link()).toMatchObject({ linked: 2 });
});

test('made with force looks again at what a run linked, never at what somebody decided or a file named', async () => {
  const { dupont, quatrebarbes, link, links, review, ownerOf } = world;
  await order(server, { number: 'RUN', email: 'jean.dupont@gmail.com' });
  await order(server, { number: 'PERSON', name: 'Zéphyrine Quatrebarbes' });
  await order(server, { number: 'FILE', customerId: quatrebarbes.id, email: 'jean.dupont@gmail.com' });
  await link();
  const [proposal] = await links();
  await review(proposal.id, 'ACCEPT');
  await server.database.query(`update customer set email = 'moved@elsewhere.test' where id = $1`, [dupont.id]);
  expect(await link()).toMatchObject({ seen: 0, unlinked: 0 });
  const forced = await link({ force: true });
  expect(forced).toMatchObject({ seen: 1, linked: 0, unlinked: 1 });
  expect(await Promise.all(['RUN', 'PERSON', 'FILE'].map(ownerOf))).toEqual([null, quatrebarbes.id, quatrebarbes.id]);
  await server.database.query(`update customer set email = 'jean.dupont@gmail.com' where id = $1`, [dupont.id]);
});

test('needs the permission and a sensible bar', async () => {
  const { staff, manager, client } = world;
  const ask = (who: TestPerson | null, input: object) =>
    server.ask(who, 'mutation ($input: LinkOrdersInput!) { linkOrders(input: $input) { run { id } userErrors { path code } } }', {
      input,
    });
  expect(codesOf(await ask(null, {}))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await ask(staff, {}))).toEqual(['FORBIDDEN']);
  expect(codesOf(await ask(client, {}))).toEqual(['FORBIDDEN']);
  expect((await ask(manager, { bar: 0.5 })).data.linkOrders.userErrors).toEqual([{ path: ['input', 'bar'], code: 'BAD_BAR' }]);
  expect(await server.database.query('select from order_link_run')).toEqual([]);
});
