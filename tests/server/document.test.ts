import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document, upload } from '../support/factories/document.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let seller: TestPerson;
let worker: TestPerson;
let theirs: { id: string };
let others: { id: string };

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [staff, client, seller, worker] = await Promise.all(
    ['staff', 'client', 'revendeur', 'prestataire'].map((role) => person(server, role)),
  );
  theirs = await customer(server, { resellerId: seller.id });
  others = await customer(server);
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n';
const ONE = `query ($id: ID!) { document(id: $id) { id name mime size downloadUrl previewUrl viewerCan { update delete } versions { number downloadUrl } } }`;
const DELETE = `mutation ($id: ID!) { deleteDocument(input: { id: $id }) { deletedId userErrors { path code } } }`;
const files = () =>
  readdirSync(join(server.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length;
const seenBy = async (who: TestPerson, id: string) => (await server.ask(who, ONE, { id })).data.document !== null;

test('documents are counted and listed by category, and found by their name', async () => {
  const own = await customer(server);
  const add = (fields: object) => document(server, { customerId: own.id, uploadedById: staff.id, ...fields } as never);
  await add({ name: 'Plan d’été.pdf', category: 'PLAN' });
  await add({ name: '50%_off.pdf', category: 'PLAN', visibility: 'CLIENT' });
  await add({ name: 'Contrat.pdf', category: 'CONTRACT' });
  const query = `query ($id: ID!) { customer(id: $id) {
    documentStats { count size byCategory { category count size } }
    documents(sort: NAME, direction: ASC, filter: { category: PLAN }) { totalCount nodes { name customer { id } } }
    found: documents(filter: { search: "ETE" }) { nodes { name } } escaped: documents(filter: { search: "%_" }) { nodes { name } } } }`;
  const { data } = await server.ask(staff, query, { id: own.id });
  expect(data.customer.documentStats).toMatchObject({ count: 3, size: 45 });
  expect(data.customer.documentStats.byCategory).toContainEqual({ category: 'PLAN', count: 2, size: 30 });
  expect(data.customer.documentStats.byCategory).toHaveLength(8);
  expect(data.customer.documents).toEqual({
    totalCount: 2,
    nodes: [
      { name: '50%_off.pdf', customer: { id: own.id } },
      { name: 'Plan d’été.pdf', customer: { id: own.id } },
    ],
  });
  expect(data.customer.found.nodes).toEqual([{ name: 'Plan d’été.pdf' }]);
  expect(data.customer.escaped.nodes).toEqual([{ name: '50%_off.pdf' }]);
  const me = await person(server, 'client');
  await member(server, me.id, own.id);
  const categories = await server.ask(me, '{ documentCategories { category count } documents { totalCount } }');
  expect(categories.data.documentCategories.filter(({ count }: { count: number }) => count > 0)).toEqual([
    { category: 'PLAN', count: 1 },
  ]);
  expect(categories.data.documents.totalCount).toBe(1);
  const unknown = await server.ask(staff, '{ documents(filter: { customerId: "no id" }) { totalCount } }');
  expect(unknown.data.documents.totalCount).toBe(0);
});

describe('uploading', () => {
  test('each role sends where it may, and is seen by whom it should', async () => {
    const given = await mission(server, theirs.id, { prestataireId: worker.id });
    const sent = async (who: TestPerson, input: object) =>
      (await upload(server, who, input, PDF, 'a.pdf')).data.uploadDocument.document;
    expect(await sent(staff, { customerId: theirs.id })).toMatchObject({ visibility: 'INTERNAL', category: 'OTHER' });
    expect(await sent(client, { customerId: theirs.id })).toMatchObject({
      visibility: 'CLIENT',
      viewerCan: { update: true, delete: true },
    });
    expect(await sent(seller, { customerId: theirs.id })).toMatchObject({ visibility: 'CLIENT' });
    expect(await sent(worker, { missionId: given.id })).toMatchObject({ visibility: 'PRESTATAIRE', missionId: given.id });
    const activities = await server.database.query(
      `select kind, audience from activity where customer_id = $1 and kind = 'DOCUMENT_ADDED'`,
      [theirs.id],
    );
    expect(activities).toHaveLength(4);
  });

  test('a mission gives its project and its customer; ids that do not belong together are told', async () => {
    const work = await project(server, theirs.id);
    const part = await mission(server, theirs.id, { projectId: work.id });
    const { data } = await upload(server, staff, { missionId: part.id }, PDF, 'a.pdf');
    expect(data.uploadDocument.document).toMatchObject({ projectId: work.id, missionId: part.id });
    const wrong = async (input: object) => (await upload(server, staff, input, PDF, 'a.pdf')).data.uploadDocument.userErrors;
    expect(await wrong({ missionId: part.id, customerId: others.id })).toMatchObject([
      { path: ['input', 'customerId'], code: 'ELSEWHERE' },
    ]);
    expect(await wrong({ missionId: part.id, projectId: (await project(server, theirs.id)).id })).toMatchObject([
      { path: ['input', 'projectId'], code: 'ELSEWHERE' },
    ]);
    expect(await wrong({})).toMatchObject([{ path: ['input', 'customerId'], code: 'NO_PLACE' }]);
    expect(
      codesOf(
        await upload(server, client, { customerId: theirs.id, projectId: (await project(server, others.id)).id }, PDF, 'a.pdf'),
      ),
    ).toEqual(['NOT_FOUND']);
  });

  test('who may not, may not, and nothing is left', async () => {
    const [{ count: before }, kept] = [(await server.database.query('select count(*) from document'))[0], files()];
    const blind = await person(server, 'client');
    await member(server, blind.id, theirs.id, { documents: false });
    const open = await mission(server, theirs.id);
    for (const [who, input] of [
      [blind, { customerId: theirs.id }],
      [worker, { customerId: theirs.id }],
      [worker, { missionId: open.id }],
    ] as const)
      expect(codesOf(await upload(server, who, input, PDF, 'a.pdf'))).toEqual(['FORBIDDEN']);
    for (const who of [client, seller, worker]) {
      expect(codesOf(await upload(server, who, { customerId: others.id }, PDF, 'a.pdf'))).toEqual(['NOT_FOUND']);
    }
    const hidden = await upload(server, client, { customerId: theirs.id, visibility: 'INTERNAL' }, PDF, 'a.pdf');
    expect(hidden.data.uploadDocument.userErrors).toMatchObject([
      { path: ['input', 'visibility'], code: 'VISIBILITY_NOT_YOURS' },
    ]);
    expect((await upload(server, null, { customerId: theirs.id }, PDF, 'a.pdf')).status).toBe(401);
    expect((await server.database.query('select count(*) from document'))[0].count).toBe(before);
    expect(files()).toBe(kept);
  });

  test('a role without the permission is refused', async () => {
    await server.database.query(
      `insert into role (key, name, reach, rank, permissions) values ('lecteur', 'Lecteur', 'client', 5, '{viewer.read,document.read}')`,
    );
    const reader = await person(server, 'lecteur');
    await member(server, reader.id, theirs.id);
    const { id } = await document(server, { customerId: theirs.id, uploadedById: reader.id, visibility: 'CLIENT' } as never);
    expect((await server.ask(reader, ONE, { id })).data.document.viewerCan).toEqual({ update: false, delete: false });
    expect(codesOf(await upload(server, reader, { customerId: theirs.id }, PDF, 'a.pdf'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(reader, DELETE, { id }))).toEqual(['FORBIDDEN']);
    expect(await seenBy(reader, id)).toBe(true);
  });

  test('a new version stands beside the old one; only who sent it, and our people, add one', async () => {
    const first = (await upload(server, client, { customerId: theirs.id, category: 'REPORT' }, PDF, 'v1.pdf')).data.uploadDocument
      .document;
    const second = (await upload(server, client, { documentId: first.id }, 'deux', 'v2.txt')).data.uploadDocument.document;
    expect(second).toMatchObject({
      id: first.id,
      name: 'v2.txt',
      mime: 'text/plain',
      versionNumber: 2,
      category: 'REPORT',
      versions: [{ number: 2 }, { number: 1, fileName: 'v1.pdf' }],
    });
    const colleague = await person(server, 'client');
    await member(server, colleague.id, theirs.id);
    expect(codesOf(await upload(server, colleague, { documentId: first.id }, PDF, 'v3.pdf'))).toEqual(['FORBIDDEN']);
    const third = await upload(server, staff, { documentId: first.id }, PDF, 'v3.pdf');
    expect(third.data.uploadDocument.document).toMatchObject({ versionNumber: 3 });
  });

  test('the same key twice keeps one document', async () => {
    const input = { customerId: theirs.id, idempotencyKey: randomUUID() };
    const ids = [];
    for (const _ of [1, 2]) ids.push((await upload(server, client, input, PDF, 'once.pdf')).data.uploadDocument.document.id);
    expect(ids[0]).toBe(ids[1]);
  });
});

test('a deleted document is gone with all its files; only who sent it, and our people, delete it', async () => {
  const before = files();
  const { id } = (await upload(server, client, { customerId: theirs.id }, PDF, 'v1.pdf')).data.uploadDocument.document;
  await upload(server, client, { documentId: id }, PDF, 'v2.pdf');
  expect(files()).toBe(before + 2);
  expect(codesOf(await server.ask(seller, DELETE, { id }))).toEqual(['FORBIDDEN']);
  const { downloadUrl } = (await server.ask(client, ONE, { id })).data.document;
  expect((await server.ask(client, DELETE, { id })).data.deleteDocument).toEqual({ deletedId: id, userErrors: [] });
  await expect.poll(files).toBe(before);
  expect(await seenBy(client, id)).toBe(false);
  const gone = await fetch(server.origin + downloadUrl);
  expect([gone.status, await gone.text()]).toEqual([404, 'NOT_FOUND']);
  expect(codesOf(await server.ask(client, DELETE, { id }))).toEqual(['NOT_FOUND']);
  const [{ count }] = await server.database.query(
    `select count(*) from activity where subject_id = $1 and kind = 'DOCUMENT_DELETED'`,
    [id],
  );
  expect(count).toBe('1');
});
