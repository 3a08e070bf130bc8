import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { upload } from '../support/factories/document.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let theirs: { id: string };

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  server = await startServer({ jobs: true, env: { MAX_UPLOAD_MB: '1' } });
  staff = await person(server, 'staff');
  theirs = await customer(server);
});
afterAll(() => server.stop());

const stored = () =>
  readdirSync(server.config.dataDir, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && one.parentPath.startsWith(join(server.config.dataDir, 'files')),
  );
const rows = async () => {
  const [counts] = await server.database.query(
    `select (select count(*) from document) d, (select count(*) from document_version) v, (select count(*) from unclaimed_file) u, (select count(*) from audit_entry where outcome = 'CHANGED') a, (select count(*) from activity) t`,
  );
  return counts;
};
/** Runs it, and nothing is there afterwards that wasn't before. */
async function leavingNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = [await rows(), stored().length];
  const result = await work();
  await expect.poll(async () => [await rows(), stored().length]).toEqual(before);
  return result;
}
const send = (content: Uint8Array | string, name: string, type = '', input: object = { customerId: theirs.id }) =>
  upload(server, staff, input, content, name, type);
const refusal = async (content: Uint8Array | string, name: string, type = '') => {
  const { data } = await leavingNothing(() => send(content, name, type));
  expect(data.uploadDocument.document).toBeNull();
  return data.uploadDocument.userErrors[0];
};

test('a file is kept under a name of our own, with its type by its bytes, its size and its hash', async () => {
  const { data } = await send(PDF, 'Devis été 2026.PDF', 'application/pdf', {
    customerId: theirs.id,
    category: 'QUOTE',
    visibility: 'CLIENT',
  });
  expect(data.uploadDocument.userErrors).toEqual([]);
  expect(data.uploadDocument.document).toMatchObject({
    name: 'Devis été 2026.PDF',
    category: 'QUOTE',
    visibility: 'CLIENT',
    mime: 'application/pdf',
    size: PDF.length,
    versionNumber: 1,
    versions: [{ number: 1, fileName: 'Devis été 2026.PDF', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    uploadedBy: { id: staff.id },
    viewerCan: { update: true, delete: true },
  });
  expect(stored().map(({ name }) => name)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect((await rows()).u).toBe('0');
});

test.each([
  ['photo.png', PNG, 'image/png'],
  ['notes.txt', 'Bonjour,\nrendez-vous à 9 h.', 'text/plain'],
  ['clients.csv', 'BMW;prix\nSérie 3;42000\n', 'text/csv'],
  ['latin.csv', Buffer.from('nom;ville\nHélène;Orléans\n', 'latin1'), 'text/csv'],
  ['ancien.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]), 'application/msword'],
] as const)('%s is taken for what it is', async (name, content, mime) => {
  const { data } = await send(content, name, 'application/vnd.ms-excel');
  expect(data.uploadDocument).toMatchObject({ document: { name, mime }, userErrors: [] });
});

test('a file without an ending gets that of its type', async () => {
  expect((await send(PNG, 'capture')).data.uploadDocument.document).toMatchObject({ name: 'capture.png', mime: 'image/png' });
});

test.each([
  ['a page that calls itself a PDF', '<html><script>alert(1)</script></html>', 'facture.pdf', 'application/pdf'],
  ['a program that calls itself a picture', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'photo.jpg', 'image/jpeg'],
  ['a drawing that calls itself a picture', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'logo.png', ''],
  ['a picture that calls itself a PDF', PNG, 'plan.pdf', ''],
  ['a PDF declared as a picture', PDF, 'plan', 'image/png'],
  ['a program that calls itself text', Buffer.from('7f454c4602010100', 'hex'), 'notes.txt', ''],
])('%s is refused', async (_name, content, name, type) => {
  expect(await refusal(content, name, type)).toMatchObject({ path: ['input', 'file'], code: 'LYING_TYPE' });
});

test.each(['page.html', 'logo.svg', 'setup.exe', 'macro.docm'])('%s is not accepted', async (name) => {
  expect(await refusal('<svg/>', name)).toMatchObject({
    path: ['input', 'file'],
    code: 'TYPE_NOT_ALLOWED',
    message: expect.stringContaining('PDF'),
  });
});

test('an empty file is refused', async () => {
  expect(await refusal('', 'vide.pdf', 'application/pdf')).toMatchObject({ path: ['input', 'file'], code: 'EMPTY_FILE' });
});

test('a file over the limit is refused, with the limit', async () => {
  const large = Buffer.concat([PDF, Buffer.alloc(1024 * 1024)]);
  expect(await refusal(large, 'large.pdf')).toMatchObject({
    path: ['input', 'file'],
    code: 'TOO_LARGE',
    message: 'Au plus 1 Mo.',
  });
});

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Temp\\a.txt', 'a.txt'],
  ['..', 'document.txt'],
  ['.htaccess.txt', 'htaccess.txt'],
  ['fac\u202etxt.exe.txt', 'factxt.exe.txt'],
  ['a\u200bb\u0085c.txt', 'abc.txt'],
  [`${'é'.repeat(2_000)}.txt`, `${'é'.repeat(196)}.txt`],
])('the name %.30j is cleaned', async (sent, kept) => {
  expect((await send('texte', sent)).data.uploadDocument).toMatchObject({ document: { name: kept }, userErrors: [] });
});

test.each([
  ['a control character', 'a\u0007b.txt'],
  ['ten thousand letters', `${'é'.repeat(10_000)}.txt`],
])('a name with %s is told as a mistake', async (_name, name) => {
  expect(await refusal('texte', name)).toMatchObject({ path: ['input', 'file'], code: 'FILE_MISSING' });
});

/** A multipart request written by hand, to say what no browser would. */
function raw(
  filename: string,
  content: Buffer | string,
  {
    authorization = `authorization: Bearer ${staff.token}\r\n`,
    preflight = 'apollo-require-preflight: 1\r\n',
    declared = 0,
  } = {},
) {
  const query =
    'mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) { document { name } userErrors { code } } }';
  const operations = JSON.stringify({ query, variables: { input: { customerId: theirs.id, file: null } } });
  const part = (name: string, value: string) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = Buffer.concat([
    Buffer.from(
      `${part('operations', operations)}${part('map', '{"0":["variables.input.file"]}')}--x\r\ncontent-disposition: form-data; name="0"; filename="${filename}"\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(declared ? '' : '\r\n--x--\r\n'),
  ]);
  const head = `POST /graphql HTTP/1.1\r\nhost: prisme\r\nconnection: close\r\n${authorization}${preflight}content-type: multipart/form-data; boundary=x\r\ncontent-length: ${declared || body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

const talk = (bytes: Buffer): Promise<string> =>
  new Promise((answered, failed) => {
    let answer = '';
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => answered(answer));
    socket.on('error', failed);
  });

test('a NUL in a name goes no further', async () => {
  const answer = await talk(raw('a\0b.txt', 'texte'));
  expect(answer).toMatch(/"name":"ab?\.?(txt)?"|"code":/);
  expect(answer).not.toContain('INTERNAL_SERVER_ERROR');
  const names = await server.database.query('select name from document order by id desc limit 1');
  expect(names[0].name).not.toContain('\0');
});

test('an upload that is cut off leaves nothing', async () => {
  await leavingNothing(
    () =>
      new Promise<void>((closed, failed) => {
        const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => {
          socket.write(raw('cut.pdf', Buffer.concat([PDF, Buffer.alloc(200_000)]), { declared: 900_000 }), () =>
            socket.destroy(),
          );
        });
        socket.on('close', () => closed());
        socket.on('error', failed);
      }),
  );
  // The server is still of this world.
  expect((await send(PDF, 'suivant.pdf')).data.uploadDocument.userErrors).toEqual([]);
});

test('without the preflight header or a session, the answer comes before the file does', async () => {
  // The body never comes: whoever reads it would wait for ever.
  const [noHeader] = raw('a.pdf', '', { preflight: '', declared: 900_000 }).toString().split('--x');
  expect(await talk(Buffer.from(noHeader))).toMatch(/^HTTP\/1\.1 400[\s\S]*apollo-require-preflight/);
  for (const authorization of ['', 'authorization: Bearer no.such.token\r\n']) {
    const [nobody] = raw('a.pdf', '', { authorization, declared: 900_000 }).toString().split('--x');
    expect(await talk(Buffer.from(nobody))).toMatch(/^HTTP\/1\.1 401[\s\S]*UNAUTHENTICATED/);
  }
});

test('a form that is not one is told so', async () => {
  const form = async (entries: [string, string][]) => {
    const body = new FormData();
    for (const [name, value] of entries) body.append(name, value);
    const headers = { authorization: `Bearer ${staff.token}`, 'apollo-require-preflight': '1' };
    return (await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body })).status;
  };
  expect(await form([['operations', '{']])).toBe(400);
  expect(await form([['map', '{}']])).toBe(400);
  expect(
    await form([
      ['operations', '{}'],
      ['map', '{"0":["__proto__.x"]}'],
    ]),
  ).toBe(400);
  const missing = await form([
    [
      'operations',
      JSON.stringify({
        query: 'mutation ($file: Upload!) { uploadDocument(input: { file: $file }) { userErrors { code } } }',
        variables: { file: null },
      }),
    ],
    ['map', '{"0":["variables.file"]}'],
  ]);
  expect(missing).toBe(200);
});
