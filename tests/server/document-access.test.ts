import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document, upload } from '../support/factories/document.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { project } from '../support/factories/project.factory.js';
import { type Answer, codesOf, startServer, type TestServer } from '../support/server.js';

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
const same = ({ data, errors }: Answer) => ({
  data,
  errors: errors?.map(({ message, extensions }) => [message, extensions.code]),
});
const seenBy = async (who: TestPerson, id: string) => (await server.ask(who, ONE, { id })).data.document !== null;

const put = (visibility: string, fields: object = {}) =>
  document(server, { customerId: theirs.id, uploadedById: staff.id, visibility, ...fields } as never);

test.each([
  ['INTERNAL', { staff: true, client: false, seller: false, worker: false }],
  ['CLIENT', { staff: true, client: true, seller: true, worker: false }],
  ['PRESTATAIRE', { staff: true, client: false, seller: false, worker: true }],
  ['EVERYONE', { staff: true, client: true, seller: true, worker: true }],
])('%s is seen by those it is for', async (visibility, expected) => {
  const given = await mission(server, theirs.id, { prestataireId: worker.id });
  const { id } = await put(visibility, { missionId: given.id });
  const seen = {
    staff: await seenBy(staff, id),
    client: await seenBy(client, id),
    seller: await seenBy(seller, id),
    worker: await seenBy(worker, id),
  };
  expect(seen).toEqual(expected);
});

test('a prestataire sees those of their project, not those of its other missions', async () => {
  const work = await project(server, theirs.id);
  await mission(server, theirs.id, { projectId: work.id, prestataireId: worker.id });
  const elsewhere = await mission(server, theirs.id, {
    projectId: work.id,
    prestataireId: (await person(server, 'prestataire')).id,
  });
  const ofProject = await put('PRESTATAIRE', { projectId: work.id });
  const ofOther = await put('PRESTATAIRE', { projectId: work.id, missionId: elsewhere.id });
  const ofNone = await put('EVERYONE');
  expect([await seenBy(worker, ofProject.id), await seenBy(worker, ofOther.id), await seenBy(worker, ofNone.id)]).toEqual([
    true,
    false,
    false,
  ]);
  const { data } = await server.ask(worker, 'query ($id: ID!) { project(id: $id) { documents { totalCount nodes { id } } } }', {
    id: work.id,
  });
  expect(data.project.documents).toEqual({ totalCount: 1, nodes: [{ id: ofProject.id }] });
});

test('a member without documents sees none, a former member nothing, not even their own', async () => {
  const { id } = await put('CLIENT');
  const [blind, former] = [await person(server, 'client'), await person(server, 'client')];
  await member(server, blind.id, theirs.id, { documents: false });
  const own = await put('CLIENT', { uploadedById: former.id });
  expect([await seenBy(blind, id), await seenBy(former, id), await seenBy(former, own.id)]).toEqual([false, false, false]);
});

test('somebody else’s document and an unknown one answer the same', async () => {
  const { id } = await document(server, { customerId: others.id, uploadedById: staff.id, visibility: 'EVERYONE' } as never);
  for (const who of [client, seller, worker]) {
    expect(await server.ask(who, ONE, { id })).toEqual(await server.ask(who, ONE, { id: randomUUID() }));
    expect(same(await server.ask(who, DELETE, { id }))).toEqual(same(await server.ask(who, DELETE, { id: randomUUID() })));
    expect(codesOf(await server.ask(who, DELETE, { id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await upload(server, who, { documentId: id }, PDF, 'a.pdf'))).toEqual(['NOT_FOUND']);
  }
  expect(await seenBy(staff, id)).toBe(true);
});

test('nobody signed in sees nothing', async () => {
  for (const query of [
    '{ documents { nodes { id } } }',
    '{ documentCategories { count } }',
    `{ document(id: "${randomUUID()}") { id } }`,
  ])
    expect(codesOf(await server.ask(null, query))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(null, DELETE, { id: randomUUID() }))).toEqual(['UNAUTHENTICATED']);
});
