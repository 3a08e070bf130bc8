import { expect } from 'vitest';
import { type Happening, publish } from '../../server/core/events/event-bus.js';
import { socket } from '../support/socket.js';
import type { Role, World } from './access.world.js';
import type { Org } from './organisation.world.js';
import { expectedAt } from './path.check.js';
import { seen, type TypeName } from './seen.table.js';
import type { SubscriptionRow } from './subscription.table.js';

type Heard = ReturnType<ReturnType<typeof socket>['subscribe']> & { close: () => void };

/** Subscribes each of these, and answers once the server listens for all who may hear. */
async function listening(
  { server, people }: World,
  query: string,
  topic: string,
  who: readonly Role[],
): Promise<Map<Role, Heard>> {
  const bus = server.product.world.services.events;
  // Those who listened before may still be going.
  await expect.poll(() => bus.readers(topic), { interval: 5, timeout: 5_000 }).toBe(0);
  const heard = new Map(
    who.map((role) => {
      const { client, subscribe } = socket(server, people[role]);
      return [role, { ...subscribe(query), close: () => void client.dispose() }] as const;
    }),
  );
  await expect.poll(() => bus.readers(topic), { interval: 5, timeout: 5_000 }).toBe(who.length);
  return heard;
}

const idsOf = (heard: Heard): string[] => heard.told.map(({ data }) => data?.it.id);

/** What is wrong with a row. The other organisation's happening comes first: whoever has heard of their own has not heard of that. */
export async function wrongInSubscription(world: World, row: SubscriptionRow): Promise<string[]> {
  const { server, people, A, B, roles, outsiders } = world;
  const wrong: string[] = [];
  const query = row.query.replace('RUN', A.run).replace('CUSTOMER', A.customer);
  for (const who of outsiders) {
    const { client, closing } = socket(server, people[who] ?? { token: '' });
    if ((await closing).code !== 4403) wrong.push(`${who} is let in`);
    await client.dispose();
  }
  const may = roles.filter((role) => row.cells[role] !== 'no');
  for (const role of roles.filter((each) => !may.includes(each))) {
    const { client, subscribe } = socket(server, people[role]);
    const { end, told } = subscribe(query);
    const answer = JSON.stringify([await end(), told]);
    if (!answer.includes('"code":"FORBIDDEN"')) wrong.push(`${role}: expected FORBIDDEN, got ${answer}`);
    await client.dispose();
  }
  const heard = await listening(world, query, row.topic, may);
  const of = (org: Org, role: Role): Happening =>
    row.about === 'user'
      ? { topic: row.topic, id: org === A ? A[`${role}${row.object}`] : B[`client${row.object}`], about: people[role]?.id }
      : { topic: row.topic, id: org[row.object], about: org[row.about] };
  const personal = row.about === 'user' ? may : may.slice(0, 1);
  for (const org of A.run === A[row.object] ? [A] : [B, A])
    for (const role of personal) await publish(server.product.system(), of(org, role));
  for (const role of may) {
    const both = row.cells[role] === 'all';
    const { next, close } = heard.get(role) as Heard;
    await next(both ? 2 : 1);
    const expected = (both ? [B, A] : [A]).map((org) => of(org, role).id);
    const ids = idsOf(heard.get(role) as Heard);
    const told = row.often ? [...new Set(ids)] : ids;
    if (String(told) !== String(expected)) wrong.push(`${role} is told of ${told}, not ${expected}`);
    close();
  }
  return wrong;
}

/** The parts of a customer's page that a change is told of. */
const parts: readonly TypeName[] = ['activity', 'consent', 'project', 'mission', 'document', 'order', 'invoice', 'opportunity'];

/** Something happens to every part of both customers; then to the customers. What each is told is what they see. */
export async function wrongOnCustomerPage(world: World): Promise<string[]> {
  const { server, A, B, roles } = world;
  const heard = await listening(world, 'subscription { it: customerChanged { id } }', 'customer', roles);
  const names = parts.flatMap((type) => seen[type].all.map((name) => ({ type, name })));
  const idOf = (name: string) => (name[0] === 'A' ? A : B)[name.slice(2)];
  const about = (name: string) => (name[0] === 'A' ? A : B).customer;
  for (const { type, name } of names) {
    if (name === 'A.looseOrder') continue;
    await publish(server.product.system(), { topic: type, id: idOf(name), about: about(name) });
  }
  for (const org of [B, A]) await publish(server.product.system(), { topic: 'customer', id: org.customer });
  const wrong: string[] = [];
  for (const role of roles) {
    const mine = heard.get(role) as Heard;
    const expected = parts.flatMap((type) => {
      const shows = seen[type].all.map((name) => name.slice(2));
      return expectedAt({ type, from: 'customer', shows, only: 'everyone' }, role).filter((name) => name !== 'A.looseOrder');
    });
    const customers = [...seen.customer.by[role]].sort().reverse();
    await mine.next(expected.length + customers.length);
    const told = idsOf(mine).sort();
    if (String(told) !== String([...expected, ...customers].map(idOf).sort()))
      wrong.push(
        `${role} is told of ${[...names.map(({ name }) => name), 'A.customer', 'B.customer'].filter((name) => told.includes(idOf(name)))}`,
      );
    mine.close();
  }
  return wrong;
}
