import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CustomerKind } from '../../server/features/customer/customer.entity.js';
import { expireDataArchivesJob } from '../../server/features/data-archive/data-archive.jobs.js';
import { person, type TestPerson } from '../support/as.js';
import { fetched } from '../support/export.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { lettersTo } from '../support/letters.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { unzipped } from '../support/zip.js';

let server: TestServer;
let client: TestPerson;
let staff: TestPerson;
let manager: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [client, staff, manager] = [await person(server, 'client'), await person(server, 'staff'), await person(server, 'manager')];
  theirs = await customer(server, { kind: CustomerKind.PERSON, name: 'Jeanne <Le Goff>', email: 'jeanne@test.example' });
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

/** A request that waits for its answer: theirs in their portal, or somebody’s without an account. */
async function request(
  fields: { right?: string; status?: string; userId?: string | null; contact?: string | null; customerId?: string } = {},
) {
  const { right = 'ACCESS', status = 'IDENTIFIED', userId = client.id, contact = null, customerId = theirs.id } = fields;
  const [made] = await server.database.query(
    `insert into data_subject_request ("right", status, origin, person, contact, received_on, due_on, identity_proof, customer_id, user_id)
     values ($1, $2, 'EMAIL', 'Jeanne Le Goff', $3, current_date, current_date + 28, 'CALL_BACK', $4, $5) returning id, reference`,
    [right, status, contact, customerId, userId],
  );
  return made as { id: string; reference: string };
}
const prepare = (who: TestPerson | null, requestId: string, more: object = {}) =>
  server.ask(
    who,
    'mutation ($input: PrepareDataArchiveInput!) { it: prepareDataArchive(input: $input) { archive { id status } userErrors { path code } } }',
    { input: { requestId, ...more } },
  );
const deliver = (who: TestPerson | null, id: string, answer = 'Voici vos données.') =>
  server.ask(
    who,
    `mutation ($input: DeliverDataArchiveInput!) { it: deliverDataArchive(input: $input) {
      archive { id deliveredAt } request { status answer } userErrors { path code } } }`,
    { input: { id, answer } },
  );
const open = (token: string) =>
  server.ask(
    null,
    `mutation ($input: OpenDataArchiveInput!) { it: openDataArchive(input: $input) { downloadUrl userErrors { path code } } }`,
    { input: { token } },
  );
const SHOWN = 'archives { id status size deliveredAt collectedAt expiresAt downloadUrl error viewerCan { deliver } }';
const archivesOf = async (who: TestPerson | null, id: string) =>
  (await server.ask(who, `query ($id: ID!) { dataSubjectRequest(id: $id) { ${SHOWN} } }`, { id })).data.dataSubjectRequest
    ?.archives;
/** Written by its job. */
async function ready(requestId: string, more: object = {}) {
  const { data } = await prepare(manager, requestId, more);
  expect(data.it.userErrors).toEqual([]);
  await vi.waitFor(async () => expect((await archivesOf(manager, requestId))[0].status).toBe('READY'), { timeout: 20_000 });
  return (await archivesOf(manager, requestId))[0];
}
const filesIn = async (url: string) => unzipped((await fetched(server, url)).bytes);
const rowOf = async (id: string) => (await server.database.query('select * from data_archive where id = $1', [id]))[0];

describe('a copy', () => {
  test('is looked through by who answers, then handed over in the portal; who fetched it is noted', async () => {
    const { id, reference } = await request();
    const archive = await ready(id);
    expect(archive).toMatchObject({ deliveredAt: null, error: null, viewerCan: { deliver: true } });
    const files = await filesIn(archive.downloadUrl);
    expect(files['a-lire.html']).toContain('Jeanne &lt;Le Goff&gt;');
    expect(files['a-lire.html']).not.toContain('<Le Goff>');
    const json = JSON.parse(files['donnees.json']);
    expect(json).toMatchObject({
      reference,
      sections: { customer: [{ email: 'jeanne@test.example' }], user: [{ email: client.email }] },
    });
    expect(json.purposes).toContainEqual(expect.objectContaining({ purpose: 'MARKETING', basis: 'CONSENT' }));
    expect(await archivesOf(client, id), 'not handed over yet').toEqual([]);
    expect((await rowOf(archive.id)).collected_at).toBeNull();

    const { data } = await deliver(manager, archive.id);
    expect(data.it).toMatchObject({ request: { status: 'COMPLETED', answer: 'Voici vos données.' }, userErrors: [] });
    const [letter] = (await lettersTo(server, client.email)).slice(-1);
    expect(letter.text).toContain('/client/account?tab=rights');
    expect(letter).toMatchObject({ token: '', secret: false });
    const [theirsNow] = await archivesOf(client, id);
    expect(theirsNow).toMatchObject({ viewerCan: { deliver: false }, collectedAt: null });
    expect(Object.keys(await filesIn(theirsNow.downloadUrl))).toContain('donnees.json');
    expect((await rowOf(archive.id)).collected_at).not.toBeNull();
    await server.product.world.services.trail.flush();
    const read = await server.database.query(
      `select actor_id, about_id from audit_entry where action = 'dataArchive.download' and subject_id = $1 order by id`,
      [archive.id],
    );
    expect(read).toEqual([
      { actor_id: manager.id, about_id: theirs.id },
      { actor_id: client.id, about_id: theirs.id },
    ]);
  });

  test('goes by a link to whoever has no account, which nobody can alter, and which ends', async () => {
    const { id, reference } = await request({ userId: null, contact: 'marc@test.example', right: 'PORTABILITY' });
    const archive = await ready(id, { locale: 'EN' });
    expect((await deliver(manager, archive.id)).data.it.userErrors).toEqual([]);
    const [letter] = await lettersTo(server, 'marc@test.example');
    expect(letter).toMatchObject({ secret: true });
    const look = (token: string) =>
      server.ask(null, 'query ($token: String!) { dataArchiveHere(token: $token) { reference size } }', { token });
    expect((await look(letter.token)).data.dataArchiveHere).toEqual({ reference, size: archive.size });
    const { data } = await open(letter.token);
    expect(Object.keys(await filesIn(data.it.downloadUrl))).toEqual(
      expect.arrayContaining(['read-me.html', 'data.json', 'tables/customer.csv']),
    );
    expect((await rowOf(archive.id)).collected_at).not.toBeNull();
    // Altered, or another's: nothing, and nothing is noted.
    const altered = `${letter.token.slice(0, -1)}${letter.token.endsWith('A') ? 'B' : 'A'}`;
    expect((await look(altered)).data.dataArchiveHere).toBeNull();
    expect((await open(altered)).data.it).toEqual({
      downloadUrl: null,
      userErrors: [{ path: ['input', 'token'], code: 'ARCHIVE_LINK_OVER' }],
    });
    const other = await ready((await request({ userId: null, contact: 'anne@test.example' })).id);
    expect((await fetched(server, data.it.downloadUrl.replaceAll(archive.id, other.id))).status).toBe(403);
    // Once it is over, neither the link nor an address made before gives anything, and the file goes.
    await server.database.query(`update data_archive set expires_at = now() where id = $1`, [archive.id]);
    expect((await open(letter.token)).data.it.userErrors[0].code).toBe('ARCHIVE_LINK_OVER');
    expect((await fetched(server, data.it.downloadUrl)).status).toBe(404);
    await expireDataArchivesJob.work({}, { system: () => server.product.system() } as never);
    expect(await rowOf(archive.id)).toMatchObject({ status: 'EXPIRED', storage_key: null, token_hash: null });
    await vi.waitFor(
      async () => expect(await server.database.query('select from unclaimed_file where sweep_after <= now()')).toEqual([]),
      {
        timeout: 20_000,
      },
    );
  });

  test('of a member of a company holds what is of them, not the company nor another member', async () => {
    const company = await customer(
      server,
      { kind: CustomerKind.COMPANY, name: 'Kervella SARL', email: 'contact@kervella.test' },
      undefined,
      'paul@kervella.test',
    );
    const other = await person(server, 'client');
    await member(server, other.id, company.id);
    await member(server, client.id, company.id);
    const archive = await ready((await request({ customerId: company.id })).id);
    const text = (await filesIn(archive.downloadUrl))['donnees.json'];
    const { sections } = JSON.parse(text);
    expect(sections).toMatchObject({ user: [{ email: client.email }] });
    expect(sections.customer).toBeUndefined();
    for (const hidden of [other.email, 'Kervella SARL', 'paul@kervella.test']) expect(text).not.toContain(hidden);
    // Their copy as the other customer they are has nothing of the company.
    const own = (await filesIn((await ready((await request()).id)).downloadUrl))['donnees.json'];
    expect(own).toContain('jeanne@test.example');
    expect(own).not.toContain('Kervella');
  });
});

describe('is refused', () => {
  test('to whoever does not answer requests, and on what they don’t see; nothing changes', async () => {
    const { id } = await request();
    const { id: archive } = await ready(id);
    const before = await server.database.query('select count(*)::int as count from data_archive');
    for (const ask of [(who: TestPerson | null) => prepare(who, id), (who: TestPerson | null) => deliver(who, archive)]) {
      expect(codesOf(await ask(null))).toEqual(['UNAUTHENTICATED']);
      expect(codesOf(await ask(staff))).toEqual(['FORBIDDEN']);
      expect(codesOf(await ask(client))).toEqual(['FORBIDDEN']);
    }
    expect(codesOf(await prepare(manager, archive))).toEqual(['NOT_FOUND']);
    expect(codesOf(await deliver(manager, id))).toEqual(['NOT_FOUND']);
    expect(await archivesOf(staff, id), 'staff read the register, not the copies').toEqual([]);
    expect(await server.database.query('select count(*)::int as count from data_archive')).toEqual(before);
    expect((await rowOf(archive)).delivered_at).toBeNull();
    const { downloadUrl } = (await archivesOf(manager, id))[0];
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [manager.id]);
    expect((await fetched(server, downloadUrl)).status, 'the same address, once they may no more').toBe(404);
    await server.database.query(`update "user" set status = 'ACTIVE' where id = $1`, [manager.id]);
  });

  test('for another right, before it is sure who asks, and twice at once', async () => {
    for (const fields of [{ right: 'ERASURE' }, { status: 'RECEIVED' }])
      expect(codesOf(await prepare(manager, (await request(fields)).id))).toEqual(['FORBIDDEN']);
    const { id } = await request();
    await server.database.query(`insert into data_archive (request_id, customer_id, locale) values ($1, $2, 'fr')`, [
      id,
      theirs.id,
    ]);
    expect((await prepare(manager, id)).data.it.userErrors).toEqual([{ path: ['input', 'requestId'], code: 'ARCHIVE_QUEUED' }]);
    const { id: archive } = await ready((await request()).id);
    expect((await deliver(manager, archive, ' ')).data.it.userErrors).toMatchObject([{ path: ['input', 'answer'] }]);
    expect((await rowOf(archive)).delivered_at).toBeNull();
    expect((await deliver(manager, archive)).data.it.userErrors).toEqual([]);
    expect(codesOf(await deliver(manager, archive)), 'once').toEqual(['FORBIDDEN']);
  });
});
