import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document, nextVersion, upload } from '../support/factories/document.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [staff, client] = await Promise.all(['staff', 'client'].map((role) => person(server, role)));
  theirs = await customer(server);
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n';
const CHANGED = 'document { id name category visibility version versionNumber } userErrors { path code }';
const UPDATE = `mutation ($input: UpdateDocumentInput!) { it: updateDocument(input: $input) { ${CHANGED} } }`;
const RESTORE = `mutation ($input: RestoreDocumentVersionInput!) { it: restoreDocumentVersion(input: $input) { ${CHANGED} } }`;
const DELETE = 'mutation ($id: ID!) { deleteDocument(input: { id: $id }) { userErrors { code } } }';
const VERSIONS = `query ($id: ID!) { document(id: $id) { name mime version versions { id number fileName sha256 restoredFrom downloadUrl uploadedBy { id } } } }`;

const put = (fields: object = {}) => document(server, { customerId: theirs.id, uploadedById: staff.id, ...fields } as never);
const update = (who: TestPerson | null, input: object) => server.ask(who, UPDATE, { input });
const restore = (who: TestPerson | null, input: object) => server.ask(who, RESTORE, { input });
const sees = async (who: TestPerson, id: string) => (await server.ask(who, VERSIONS, { id })).data.document !== null;
const kept = (id: string) =>
  server.database.query('select name, category, visibility, version from document where id = $1', [id]);
const files = () =>
  readdirSync(join(server.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length;

test('name, category and visibility change; what is internal again is gone for the client, its story too', async () => {
  const { id } = (await upload(server, staff, { customerId: theirs.id, visibility: 'EVERYONE' }, PDF, 'a.pdf')).data
    .uploadDocument.document;
  const told = async () => {
    const query = `query ($id: ID!) { customer(id: $id) { activities(first: 50) { nodes { subjectId } } } }`;
    const { data } = await server.ask(client, query, { id: theirs.id });
    return data.customer.activities.nodes.some(({ subjectId }: { subjectId: string }) => subjectId === id);
  };
  expect([await sees(client, id), await told()]).toEqual([true, true]);
  const { data } = await update(staff, {
    id,
    name: '  Bail\u202e signé ',
    category: 'CONTRACT',
    visibility: 'INTERNAL',
    version: 1,
  });
  expect(data.it).toEqual({
    document: { id, name: 'Bail signé.pdf', category: 'CONTRACT', visibility: 'INTERNAL', version: 2, versionNumber: 1 },
    userErrors: [],
  });
  expect([await sees(client, id), await told()]).toEqual([false, false]);
  const [entry] = await server.database.query(
    `select changes from audit_entry where subject_id = $1 and action = 'document.update'`,
    [id],
  );
  expect(entry.changes).toEqual({
    name: ['a.pdf', 'Bail signé.pdf'],
    category: ['OTHER', 'CONTRACT'],
    visibility: ['EVERYONE', 'INTERNAL'],
  });
});

test('a given name stays when a new file comes, with that file’s ending', async () => {
  const { id } = await put({ name: 'scan0042.pdf' });
  expect((await upload(server, staff, { documentId: id }, 'deux', 'scan0043.txt')).data.uploadDocument.document.name).toBe(
    'scan0043.txt',
  );
  await update(staff, { id, name: 'Relevé n° 3' });
  const { data } = await upload(server, staff, { documentId: id }, PDF, 'scan0044.pdf');
  expect(data.uploadDocument.document).toMatchObject({
    name: 'Relevé n° 3.pdf',
    versions: [{ fileName: 'scan0044.pdf' }, {}, {}],
  });
});

test('who may not change it, does not', async () => {
  const shared = await put({ visibility: 'CLIENT' });
  const hidden = await put();
  const own = await put({ uploadedById: client.id, visibility: 'CLIENT' });
  const before = [await kept(shared.id), await kept(hidden.id), await kept(own.id)];
  expect(codesOf(await update(null, { id: shared.id, name: 'x' }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await update(client, { id: shared.id, name: 'x' }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await update(client, { id: hidden.id, name: 'x' }))).toEqual(['NOT_FOUND']);
  expect(codesOf(await update(client, { id: randomUUID(), name: 'x' }))).toEqual(['NOT_FOUND']);
  const mistakes = async (input: object) => (await update(client, { id: own.id, ...input })).data.it.userErrors;
  expect(await mistakes({ visibility: 'INTERNAL' })).toEqual([{ path: ['input', 'visibility'], code: 'VISIBILITY_NOT_YOURS' }]);
  expect(await mistakes({ name: ' \u200b ' })).toEqual([{ path: ['input', 'name'], code: 'BLANK' }]);
  expect(await mistakes({ name: 'x'.repeat(201) })).toEqual([{ path: ['input', 'name'], code: 'TOO_LONG' }]);
  expect([await kept(shared.id), await kept(hidden.id), await kept(own.id)]).toEqual(before);
});

test('an older version comes back as a new one, with its file; the sweep takes the file when all are gone', async () => {
  const before = files();
  const { id } = (await upload(server, staff, { customerId: theirs.id }, 'un', 'un.txt')).data.uploadDocument.document;
  await upload(server, staff, { documentId: id }, PDF, 'deux.pdf');
  const opened = async () => (await server.ask(staff, VERSIONS, { id })).data.document;
  const [latest, first] = (await opened()).versions;
  expect((await restore(staff, { id: latest.id })).data.it.userErrors).toEqual([
    { path: ['input', 'id'], code: 'LATEST_ALREADY' },
  ]);
  const { data } = await restore(staff, { id: first.id, version: 2 });
  expect(data.it.document).toMatchObject({ name: 'un.txt', version: 3, versionNumber: 3 });
  const after = await opened();
  expect(after).toMatchObject({ mime: 'text/plain', versions: [{ number: 3, restoredFrom: 1, sha256: first.sha256 }, {}, {}] });
  expect(await (await fetch(server.origin + after.versions[0].downloadUrl)).text()).toBe('un');
  expect(files()).toBe(before + 2);
  await server.ask(staff, DELETE, { id });
  await expect.poll(files).toBe(before);
});

test('who may not bring a version back, does not', async () => {
  const shared = await put({ visibility: 'CLIENT' });
  const hidden = await put();
  const [first, secret] = [await nextVersion(server, shared.id), await nextVersion(server, hidden.id)];
  expect(codesOf(await restore(null, { id: first }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await restore(client, { id: first }))).toEqual(['FORBIDDEN']);
  for (const id of [secret, randomUUID(), 'no id']) expect(codesOf(await restore(client, { id }))).toEqual(['NOT_FOUND']);
  expect((await server.ask(staff, VERSIONS, { id: shared.id })).data.document.versions).toHaveLength(2);
});

test('of two people at once, the second is told', async () => {
  const { id } = await put();
  const first = await nextVersion(server, id);
  const codes = async (answers: Promise<Parameters<typeof codesOf>[0]>[]) =>
    (await Promise.all(answers)).flatMap((answer) => codesOf(answer) ?? []);
  expect(await codes(['Un', 'Deux'].map((name) => update(staff, { id, name, version: 1 })))).toEqual(['CONFLICT']);
  expect(await codes([restore(staff, { id: first, version: 2 }), restore(staff, { id: first, version: 2 })])).toEqual([
    'CONFLICT',
  ]);
  const sent = () => upload(server, staff, { documentId: id, version: 3 }, PDF, 'x.pdf');
  expect(await codes([sent(), sent()])).toEqual(['CONFLICT']);
  expect((await server.ask(staff, VERSIONS, { id })).data.document.version).toBe(4);
});
