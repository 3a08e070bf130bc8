import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfText } from '../../server/core/pdf/pdf-text.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { upload } from '../support/factories/document.factory.js';
import { pdfOf } from '../support/pdf.js';
import { startServer, type TestServer } from '../support/server.js';

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

const sent = async (content: Uint8Array | string, fields: object = {}, name = 'scan.pdf'): Promise<string> =>
  (await upload(server, staff, { customerId: theirs.id, ...fields }, content, name)).data.uploadDocument.document.id;
const stateOf = async (id: string) =>
  (await server.ask(staff, 'query ($id: ID!) { document(id: $id) { textState } }', { id })).data.document.textState;
const read = (id: string) => expect.poll(() => stateOf(id), { timeout: 20_000 }).not.toBe('PENDING');
const FIND = `query ($search: String!, $id: ID!) {
  documents(filter: { search: $search }) { totalCount nodes { id excerpt(search: $search) { page pieces { text found } } } }
  customer(id: $id) { documents(filter: { search: $search }) { nodes { id } } } }`;
const find = async (who: TestPerson, search: string) => (await server.ask(who, FIND, { search, id: theirs.id })).data;
const idsOf = (data: { documents: { nodes: { id: string }[] } }) => data.documents.nodes.map(({ id }) => id);

test('a PDF is found by what stands in it, in any form of a word, and shows where', async () => {
  const id = await sent(
    await pdfOf(['Bail commercial', `Le dépôt de garantie s’élève à deux loyers, quittance n° QX-2026-0117, à Plougastel.`]),
  );
  await read(id);
  expect(await stateOf(id)).toBe('READ');
  for (const search of ['dépôt', 'DEPOT garanties', 'loyer plougas', '0117', 'QX-2026-0117', 'bail quittance']) {
    const data = await find(staff, search);
    expect([search, idsOf(data), idsOf({ documents: data.customer.documents })]).toEqual([search, [id], [id]]);
  }
  const [{ excerpt }] = (await find(staff, 'garantie loyers')).documents.nodes;
  expect(excerpt.page).toBe(2);
  expect(excerpt.pieces.filter(({ found }: { found: boolean }) => found)).toEqual([
    { text: 'garantie', found: true },
    { text: 'loyers', found: true },
  ]);
  expect(excerpt.pieces.map(({ text }: { text: string }) => text).join('')).toContain('dépôt de garantie s’élève');
  for (const search of ['hypothèque', 'loyer hypothèque', '& | ! :*', `'; drop table document; --`])
    expect((await find(staff, search)).documents.totalCount).toBe(0);
});

test('nobody finds by its text what they do not see', async () => {
  const content = await pdfOf(['Marge confidentielle : zibeline']);
  const hidden = await sent(content);
  const shared = await sent(content, { visibility: 'CLIENT' });
  await Promise.all([read(hidden), read(shared)]);
  expect(idsOf(await find(staff, 'zibeline')).sort()).toEqual([hidden, shared].sort());
  const data = await find(client, 'zibeline');
  expect([idsOf(data), data.documents.totalCount, idsOf({ documents: data.customer.documents })]).toEqual([
    [shared],
    1,
    [shared],
  ]);
  const stranger = await person(server, 'client');
  expect((await find(stranger, 'zibeline')).documents.totalCount).toBe(0);
});

test('of a new version its own text counts, and no more that of the one before', async () => {
  const id = await sent(await pdfOf(['ornithorynque']));
  await read(id);
  await upload(server, staff, { documentId: id }, await pdfOf(['kookaburra']), 'deux.pdf');
  await read(id);
  expect([idsOf(await find(staff, 'ornithorynque')), idsOf(await find(staff, 'kookaburra'))]).toEqual([[], [id]]);
  await upload(server, staff, { documentId: id }, 'trois', 'trois.txt');
  expect([await stateOf(id), idsOf(await find(staff, 'kookaburra'))]).toEqual([null, []]);
});

test('a scan, a locked PDF and a broken one say that there is no text', async () => {
  const ids = await Promise.all([
    sent(await pdfOf([])),
    sent(await pdfOf(['secret'], { userPassword: 'x' })),
    sent('%PDF-1.4\n1 0 obj<</Type/Cata'),
    sent('un texte', {}, 'a.txt'),
  ]);
  await Promise.all(ids.map(read));
  expect(await Promise.all(ids.map(stateOf))).toEqual(['EMPTY', 'LOCKED', 'UNREADABLE', null]);
});

test('whatever takes too long or too much memory ends with the process that reads it', async () => {
  const content = await pdfOf(['long']);
  // It never ends by itself: only a limit ends its reading.
  const endless = () => new PassThrough();
  const of = (from: Readable, limits: { seconds: number; megabytes: number }) => pdfText(from, undefined, limits);
  expect((await of(endless(), { seconds: 1, megabytes: 700 })).state).toBe('UNREADABLE');
  expect((await of(endless(), { seconds: 600, megabytes: 1 })).state).toBe('UNREADABLE');
  expect((await of(Readable.from([content]), { seconds: 30, megabytes: 700 })).pages).toEqual([{ number: 1, text: 'long' }]);
});
