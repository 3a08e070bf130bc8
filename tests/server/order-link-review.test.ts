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

const proposal = async () => {
  await order(server, { number: 'ONE', name: 'Zéphyrine Quatrebarbes' });
  await world.link();
  return (await world.links())[0];
};

test('accepts: the order is theirs, noted and audited', async () => {
  const { quatrebarbes, review, ownerOf } = world;
  const { id } = await proposal();
  expect((await review(id, 'ACCEPT')).data.reviewOrderLink).toEqual({
    orderLink: { status: 'LINKED', decided: true },
    userErrors: [],
  });
  expect(await ownerOf('ONE')).toBe(quatrebarbes.id);
  const [noted] = await server.database.query(
    `select kind, details from activity where customer_id = $1 order by id desc limit 1`,
    [quatrebarbes.id],
  );
  expect(noted).toEqual({ kind: 'ORDER_LINKED', details: { number: 'ONE' } });
  const [entry] = await server.database.query(
    `select changes from audit_entry where action = 'orderLink.review' order by id desc limit 1`,
  );
  expect(entry.changes.status).toEqual(['PROPOSED', 'LINKED']);
  expect(codesOf(await review(id, 'ACCEPT'))).toEqual(['FORBIDDEN']);
});

test('refuses: the pair never comes back', async () => {
  const { link, links, review } = world;
  const { id } = await proposal();
  expect((await review(id, 'REFUSE')).data.reviewOrderLink.orderLink.status).toBe('REFUSED');
  expect(await link({ force: true })).toMatchObject({ seen: 1, linked: 0, proposed: 0 });
  expect(await links()).toEqual([]);
  expect((await review(id, 'UNDO')).data.reviewOrderLink.orderLink).toEqual({ status: 'PROPOSED', decided: true });
});

test('takes a link back: no run links that pair again', async () => {
  const { link, links, review, ownerOf } = world;
  await order(server, { number: 'MAIL', email: 'jean.dupont@gmail.com' });
  await link();
  const [linked] = await links({ status: 'LINKED' });
  await review(linked.id, 'UNDO');
  expect(await ownerOf('MAIL')).toBeNull();
  await link();
  expect(await ownerOf('MAIL')).toBeNull();
  expect(await links()).toMatchObject([{ status: 'PROPOSED', decided: true }]);
});

test('is refused without permission, for what is not there, and where another order took it', async () => {
  const { client, dupont, review, written } = world;
  const { id } = await proposal();
  const before = await written();
  expect(codesOf(await review(id, 'ACCEPT', null))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await review(id, 'ACCEPT', client))).toEqual(['FORBIDDEN']);
  expect(codesOf(await review(randomUUID(), 'ACCEPT'))).toEqual(['NOT_FOUND']);
  expect(codesOf(await review('no-id', 'ACCEPT'))).toEqual(['NOT_FOUND']);
  await server.database.query(`update "order" set customer_id = $1`, [dupont.id]);
  expect((await review(id, 'ACCEPT')).data.reviewOrderLink.userErrors).toEqual([{ code: 'ORDER_TAKEN' }]);
  expect(await written()).toEqual({ ...before, owned: 1 });
});

test('accepts all above a score, after a preview', async () => {
  const { staff, client, quatrebarbes, link, ownerOf } = world;
  await order(server, { number: 'ONE', name: 'Zéphyrine Quatrebarbes' });
  await order(server, { number: 'TWO', name: 'Zephyrine Quatrebarbes' });
  await link();
  const accept = async (input: object, who: TestPerson | null = staff) =>
    server.ask(
      who,
      'mutation ($input: AcceptOrderLinksInput!) { acceptOrderLinks(input: $input) { matching orderLinks { id } userErrors { path code } } }',
      { input },
    );
  expect(codesOf(await accept({ minProbability: 0.6 }, null))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await accept({ minProbability: 0.6 }, client))).toEqual(['FORBIDDEN']);
  expect((await accept({ minProbability: 0.2 })).data.acceptOrderLinks.userErrors).toEqual([
    { path: ['input', 'minProbability'], code: 'BAD_SCORE' },
  ]);
  expect((await accept({ minProbability: 0.6, dryRun: true })).data.acceptOrderLinks).toMatchObject({
    matching: 2,
    orderLinks: [],
  });
  expect((await accept({ minProbability: 0.6, expected: 7 })).data.acceptOrderLinks.userErrors[0].code).toBe('PREVIEW_STALE');
  expect(await ownerOf('ONE')).toBeNull();
  expect((await accept({ minProbability: 0.6, expected: 2 })).data.acceptOrderLinks.orderLinks).toHaveLength(2);
  expect(await Promise.all(['ONE', 'TWO'].map(ownerOf))).toEqual([quatrebarbes.id, quatrebarbes.id]);
});
