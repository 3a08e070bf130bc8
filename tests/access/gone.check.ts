import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { bare, outcomeOf } from './access.check.js';
import { fresh } from './access.fresh.js';
import type { World } from './access.world.js';
import { send } from './mutation.check.js';
import { mutations } from './mutation.table.js';

/** What can be deleted: made, seen, and deleted as a portal does it. */
const deletable = [
  { type: 'document', object: 'sharedFile', remove: 'deleteDocument' },
  { type: 'invoice', object: 'draft', remove: 'deleteInvoice' },
  { type: 'opportunity', object: 'opportunity', remove: 'deleteOpportunity' },
] as const;

/** What was deleted is what never was: by its id, in lists, for every change, and at the address of its file. */
export async function wrongWhenGone(world: World): Promise<string[]> {
  const { server, people, A, roles } = world;
  const wrong: string[] = [];
  const status = async (address: string) => (await fetch(server.origin + address)).status;
  for (const { type, object, remove } of deletable) {
    const id = await fresh[object](server, A);
    const byId = (of: string) => `{ it: ${type}(id: "${of}") { id } node(id: "${of}") { id } }`;
    const ADDRESSES = `{ it: document(id: "${id}") { downloadUrl previewUrl versions { downloadUrl } } }`;
    const { it } = type === 'document' ? (await server.ask(people.client, ADDRESSES)).data : { it: null };
    const addresses: string[] = it ? [it.downloadUrl, it.previewUrl, it.versions[0].downloadUrl] : [];
    for (const address of addresses) if ((await status(address)) !== 200) wrong.push(`${address} is not there`);
    if ((await server.ask(people.superadmin, byId(id))).data.it?.id !== id) wrong.push(`the ${type} is not there`);
    const removal = `mutation ($input: ${remove[0].toUpperCase()}${remove.slice(1)}Input!) { it: ${remove}(input: $input) { userErrors { code } } }`;
    if (outcomeOf(await server.ask(people.superadmin, removal, { input: { id } })) !== 'ok') wrong.push(`the ${type} stays`);
    for (const address of addresses) if ((await status(address)) !== 404) wrong.push(`${address} is still there`);
    for (const role of roles) {
      const [gone, never] = [await server.ask(people[role], byId(id)), await server.ask(people[role], byId(randomUUID()))];
      if (!isDeepStrictEqual(bare(gone), bare(never))) wrong.push(`${role}: ${JSON.stringify(bare(gone))}`);
      const list = await server.ask(
        people[role],
        `{ ${type === 'opportunity' ? 'opportunities' : `${type}s`}(first: 100) { nodes { id } } }`,
      );
      if (JSON.stringify(list.data ?? null).includes(id)) wrong.push(`${role} finds the ${type} in the list`);
      for (const row of mutations.filter((each) => each.object === object && each.cells[role] !== 'no')) {
        const [after, of] = [
          await send(world, people[role], row, row.input(id, A)),
          await send(world, people[role], row, row.input(randomUUID(), A)),
        ];
        if (!isDeepStrictEqual(bare(after), bare(of))) wrong.push(`${role} ${row.field}: ${JSON.stringify(bare(after))}`);
      }
    }
  }
  return wrong;
}

/** What hangs on one's own and is somebody else's stays hidden, whatever it hangs on. */
export async function wrongOnLinks({ server, people, A, B }: World): Promise<string[]> {
  const wrong: string[] = [];
  const { database } = server;
  const stray = await fresh.opportunity(server, { ...A, customer: B.customer });
  await database.query('update mission set project_id = $1 where id = $2', [B.project, A.fellowMission]);
  const proof = await fresh.internalFile(server, A);
  const [{ id: event }] = await database.query(
    `insert into consent_event (customer_id, purpose, channel, action, method, document_id) values ($1, 'MARKETING', 'SMS', 'GRANTED', 'PAPER', $2) returning id`,
    [A.customer, proof],
  );
  for (const [who, query, linked, shows] of [
    ['revendeur', `{ opportunity(id: "${stray}") { it: customer { id } } }`, B.customer, false],
    ['staff', `{ opportunity(id: "${stray}") { it: customer { id } } }`, B.customer, true],
    ['client', `{ mission(id: "${A.fellowMission}") { it: project { id } } }`, B.project, false],
    ['staff', `{ mission(id: "${A.fellowMission}") { it: project { id } } }`, B.project, true],
    ['client', `{ customer(id: "${A.customer}") { consents { history { id it: document { id } } } } }`, proof, false],
    ['colleague', `{ customer(id: "${A.customer}") { consents { history { id it: document { id } } } } }`, proof, false],
    ['staff', `{ customer(id: "${A.customer}") { consents { history { id it: document { id } } } } }`, proof, true],
  ] as const) {
    const text = JSON.stringify(await server.ask(people[who], query));
    if (text.includes(linked) !== shows || text.includes('"errors"')) wrong.push(`${who}: ${text}`);
    if (linked === proof && !text.includes(event)) wrong.push(`${who} does not see the consent: ${text}`);
  }
  await database.query('update mission set project_id = $1 where id = $2', [A.project, A.fellowMission]);
  return wrong;
}
