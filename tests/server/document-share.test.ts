import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer({ jobs: true, env: { RATE_LIMITS: '' } });
  [staff, client] = await Promise.all(['staff', 'client'].map((role) => person(server, role)));
  theirs = await customer(server);
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n';
const PASSWORD = 'quatre mots au hasard';
const SHARE = `mutation ($input: ShareDocumentInput!) { it: shareDocument(input: $input) {
  url share { id state hasPassword downloads mostDownloads recipient } userErrors { path code } } }`;
const REVOKE = 'mutation ($id: ID!) { it: revokeDocumentShare(input: { id: $id }) { share { state } userErrors { code } } }';
const LOOK = 'query ($token: String!) { it: documentShare(token: $token) { name size mime sharedBy hasPassword downloadsLeft } }';
const OPEN = `mutation ($token: String!, $password: String) { it: openDocumentShare(input: { token: $token, password: $password }) {
  downloadUrl userErrors { path code } } }`;
const LIST =
  'query ($id: ID!) { document(id: $id) { shares { id state downloads lastUsedAt createdBy { id } viewerCan { revoke } } } }';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const put = (fields: object = {}) =>
  document(server, { customerId: theirs.id, uploadedById: staff.id, visibility: 'CLIENT', ...fields } as never, PDF);
const share = async (who: TestPerson | null, documentId: string, fields: object = {}) =>
  server.ask(who, SHARE, { input: { documentId, expiresAt: inDays(7), ...fields } });
/** What stands behind the # of a link made now. */
async function linkTo(documentId: string, fields: object = {}, who = staff): Promise<{ id: string; token: string }> {
  const { url, share: made } = (await share(who, documentId, fields)).data.it;
  return { id: made.id, token: new URL(url).hash.slice(1) };
}
const look = async (token: string) => (await server.ask(null, LOOK, { token })).data.it;
const open = async (token: string, password?: string) => (await server.ask(null, OPEN, { token, password })).data.it;
const get = (address: string, method = 'GET') => fetch(server.origin + address, { method });
const isOver = async (token: string) => (await look(token)) === null && (await open(token)).userErrors[0]?.code === 'SHARE_OVER';

test('whoever has the link sees what it gives, gives the password and downloads; all of it is noted', async () => {
  const { id } = await put({ name: 'Bail signé.pdf' });
  const made = (await share(staff, id, { password: PASSWORD, mostDownloads: 3, recipient: ' Maître Le Gall ' })).data.it;
  expect(made.share).toMatchObject({
    state: 'OPEN',
    hasPassword: true,
    downloads: 0,
    mostDownloads: 3,
    recipient: 'Maître Le Gall',
  });
  const { origin, pathname, hash } = new URL(made.url);
  expect([origin, pathname]).toEqual([new URL(server.config.origin).origin, '/share']);
  const token = hash.slice(1);
  const [row] = await server.database.query('select * from document_share where id = $1', [made.share.id]);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row.password_hash).toMatch(/^\$argon2id\$/);

  const [{ name: sharedBy }] = await server.database.query('select name from "user" where id = $1', [staff.id]);
  expect(await look(token)).toEqual({
    name: 'Bail signé.pdf',
    size: PDF.length,
    mime: 'application/pdf',
    sharedBy,
    hasPassword: true,
    downloadsLeft: 3,
  });
  for (const wrong of [undefined, '', 'un autre mot de passe'])
    expect((await open(token, wrong)).userErrors).toEqual([{ path: ['input', 'password'], code: 'SHARE_WRONG_PASSWORD' }]);
  const { downloadUrl } = await open(token, PASSWORD);
  const file = await get(downloadUrl);
  expect([file.status, await file.text()]).toEqual([200, PDF]);
  const header = (name: string) => file.headers.get(name);
  expect(header('content-disposition')).toMatch(/^attachment; filename="Bail sign_.pdf"/);
  expect([header('x-content-type-options'), header('cache-control'), header('x-robots-tag'), header('referrer-policy')]).toEqual([
    'nosniff',
    'no-store',
    'noindex, nofollow',
    'no-referrer',
  ]);
  expect((await get(downloadUrl, 'HEAD')).status).toBe(404);
  const { shares } = (await server.ask(staff, LIST, { id })).data.document;
  expect(shares).toEqual([
    {
      id: made.share.id,
      state: 'OPEN',
      downloads: 1,
      lastUsedAt: expect.any(String),
      createdBy: { id: staff.id },
      viewerCan: { revoke: true },
    },
  ]);
  await server.product.world.services.trail.flush();
  const entries = await server.database.query(
    'select action, about_id as about from audit_entry where subject_id = $1 order by action',
    [made.share.id],
  );
  expect([...new Set(entries.map(({ action }: { action: string }) => action))]).toEqual([
    'documentShare.create',
    'documentShare.download',
    'documentShare.look',
    'documentShare.open',
    'openDocumentShare',
  ]);
  expect(new Set(entries.map(({ about }: { about: string }) => about))).toEqual(new Set([theirs.id]));
});

test('of twenty downloads at once no more get it than may', async () => {
  const { id } = await put();
  const { token } = await linkTo(id, { mostDownloads: 5 });
  const opened = await Promise.all(Array.from({ length: 20 }, () => open(token)));
  const answers = await Promise.all(opened.map(async ({ downloadUrl }) => (await get(downloadUrl)).status));
  expect(answers.filter((status) => status === 200)).toHaveLength(5);
  expect(answers.filter((status) => status === 404)).toHaveLength(15);
  expect(await isOver(token)).toBe(true);
  const [{ downloads }] = await server.database.query('select downloads from document_share where document_id = $1', [id]);
  expect(downloads).toBe(5);
});

test('a link dies with its revocation, its time, its document, and what its maker may', async () => {
  const { id } = await put();
  const dies = async (end: (made: { id: string; documentId: string }) => Promise<unknown>, who = staff, documentId = id) => {
    const link = await linkTo(documentId, {}, who);
    const { downloadUrl } = await open(link.token);
    expect(await look(link.token)).not.toBeNull();
    await end({ id: link.id, documentId });
    expect([await isOver(link.token), (await get(downloadUrl)).status]).toEqual([true, 404]);
  };
  await dies(async ({ id: shareId }) =>
    expect((await server.ask(staff, REVOKE, { id: shareId })).data.it.share.state).toBe('REVOKED'),
  );
  await dies(({ id: shareId }) => server.database.query('update document_share set expires_at = now() where id = $1', [shareId]));
  const gone = await put();
  await dies(
    ({ documentId }) =>
      server.ask(staff, 'mutation ($id: ID!) { deleteDocument(input: { id: $id }) { deletedId } }', { id: documentId }),
    staff,
    gone.id,
  );
  const hidden = await put();
  const UPDATE = 'mutation ($input: UpdateDocumentInput!) { updateDocument(input: $input) { document { id } } }';
  await dies(
    ({ documentId }) => server.ask(staff, UPDATE, { input: { id: documentId, visibility: 'INTERNAL' } }),
    client,
    hidden.id,
  );
  const leaving = await person(server, 'client');
  await member(server, leaving.id, theirs.id);
  await dies(() => server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [leaving.id]), leaving);
});

test('altered links and addresses give nothing', async () => {
  const [one, other] = [await put(), await put()];
  const link = await linkTo(one.id);
  const another = await linkTo(other.id);
  for (const token of [
    '',
    'none',
    link.token.slice(1),
    `${link.token}x`,
    link.token.toLowerCase(),
    link.id,
    one.id,
    randomUUID(),
  ])
    expect(await isOver(token), token).toBe(true);
  const { downloadUrl } = await open(link.token);
  for (const forged of [
    downloadUrl.replace(link.id, another.id),
    downloadUrl.replace('/shares/', '/documents/'),
    downloadUrl.replace(/expires=(\d+)/, (_: string, at: string) => `expires=${Number(at) + 300}`),
    downloadUrl.replace(/&signature=.*/, ''),
  ])
    expect((await get(forged)).status, forged).toBe(403);
});

test('a password is tried a few times, then one waits; who knows it gets in for all that on another link', async () => {
  const { id } = await put();
  const { token } = await linkTo(id, { password: PASSWORD });
  const answers = [];
  for (let i = 0; i < 12; i++) answers.push(await server.ask(null, OPEN, { token, password: `essai numéro ${i}` }));
  expect(answers.slice(0, 10).every(({ data }) => data.it.userErrors[0].code === 'SHARE_WRONG_PASSWORD')).toBe(true);
  expect(answers.slice(10).map(codesOf)).toEqual([['RATE_LIMITED'], ['RATE_LIMITED']]);
  expect(codesOf(await server.ask(null, OPEN, { token, password: PASSWORD }))).toEqual(['RATE_LIMITED']);
  const free = await linkTo(id);
  expect((await open(free.token)).downloadUrl).toMatch(/^\/files\/shares\//);
});

test('who may not share, does not; what is wrong is told', async () => {
  const [shared, hidden] = [await put(), await put({ visibility: 'INTERNAL' })];
  const worker = await person(server, 'prestataire');
  expect(codesOf(await share(null, shared.id))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await share(worker, shared.id))).toEqual(['FORBIDDEN']);
  expect(codesOf(await share(client, hidden.id))).toEqual(['NOT_FOUND']);
  const mistakes = async (fields: object) => (await share(client, shared.id, fields)).data.it.userErrors;
  expect(await mistakes({ expiresAt: inDays(-1), password: 'court' })).toEqual([
    { path: ['input', 'expiresAt'], code: 'SHARE_TOO_LONG' },
    { path: ['input', 'password'], code: 'TOO_SHORT' },
  ]);
  expect(await mistakes({ expiresAt: inDays(400) })).toEqual([{ path: ['input', 'expiresAt'], code: 'SHARE_TOO_LONG' }]);
  expect(await mistakes({ mostDownloads: 0 })).toEqual([{ path: ['input', 'mostDownloads'], code: 'TOO_SMALL' }]);
  const [{ count }] = await server.database.query('select count(*)::int from document_share where document_id = any($1)', [
    [shared.id, hidden.id],
  ]);
  expect(count).toBe(0);
  const ours = await linkTo(shared.id);
  expect(codesOf(await server.ask(client, REVOKE, { id: ours.id }))).toEqual(['NOT_FOUND']);
  expect((await server.ask(client, LIST, { id: shared.id })).data.document.shares).toEqual([]);
  expect(await isOver(ours.token)).toBe(false);
});
