import { expect } from 'vitest';
import { person, type TestPerson } from './as.js';
import { customer, member } from './factories/customer.factory.js';
import type { TestServer } from './server.js';

/** Customers that orders may be of, people who decide about it, and what they ask. */
export async function linkWorld(server: TestServer) {
  const [staff, manager, client] = await Promise.all(['staff', 'manager', 'client'].map((role) => person(server, role)));
  const dupont = await customer(server, { name: 'Jean Dupont', email: 'jean.dupont@gmail.com', phone: '+33698001122' });
  const quatrebarbes = await customer(server, { name: 'Zéphyrine Quatrebarbes' });
  for (const letter of 'abcdefghijklmnopqrst') await customer(server, { name: `Personne Numéro${letter.repeat(4)}` });
  await member(server, client.id, dupont.id);
  const RUN = 'id status dryRun seen linked moved unlinked proposed changes { number customer method } viewerCan { undo }';

  /** Asks for a run and waits for its end. */
  async function link(input: object = {}) {
    const asked = await server.ask(
      manager,
      'mutation ($input: LinkOrdersInput!) { linkOrders(input: $input) { run { id } userErrors { code } } }',
      {
        input,
      },
    );
    expect(asked.data.linkOrders.userErrors).toEqual([]);
    return ended(asked.data.linkOrders.run.id);
  }

  async function ended(id: string) {
    const read = async () =>
      (await server.ask(staff, `query ($id: ID!) { orderLinkRun(id: $id) { ${RUN} } }`, { id })).data.orderLinkRun;
    await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toMatch(/DONE|FAILED/);
    const run = await read();
    expect(run.status).toBe('DONE');
    return run;
  }

  const LINKS = `query ($filter: OrderLinkFilter!) { orderLinkCandidates(filter: $filter) { totalCount nodes {
    id status method probability contradictions decided evidence { field level bits text } order { number } customer { id } viewerCan { accept refuse undo } } } }`;
  const links = async (filter: object = {}) => (await server.ask(staff, LINKS, { filter })).data.orderLinkCandidates.nodes;

  const review = async (id: string, decision: string, who: TestPerson | null = staff) =>
    server.ask(
      who,
      `mutation ($input: ReviewOrderLinkInput!) { reviewOrderLink(input: $input) { orderLink { status decided } userErrors { code } } }`,
      { input: { id, decision } },
    );

  const ownerOf = async (number: string): Promise<string | null> =>
    (await server.database.query('select customer_id from "order" where number = $1', [number]))[0].customer_id;

  const written = async () =>
    (
      await server.database.query(
        `select (select count(*) from order_link)::int as links, (select count(*) from "order" where customer_id is not null)::int as owned`,
      )
    )[0];

  return { staff, manager, client, dupont, quatrebarbes, link, links, review, ownerOf, written };
}

export type LinkWorld = Awaited<ReturnType<typeof linkWorld>>;
