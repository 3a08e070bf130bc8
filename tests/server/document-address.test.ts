import { createHmac, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
  theirs = await customer(server);
});
afterAll(() => server.stop());

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n';
const ONE = `query ($id: ID!) { document(id: $id) { downloadUrl previewUrl } }`;

const addressOf = async (fields: object = {}, content: Buffer | string = PDF) => {
  const { id } = await document(server, { customerId: theirs.id, uploadedById: staff.id, ...fields } as never, content);
  return (await server.ask(staff, ONE, { id })).data.document as { downloadUrl: string; previewUrl: string | null };
};
/** Read to its end: a client with half-read answers opens another connection for the next. */
const open = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.origin + path, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
};

test('a file is saved under its name, whole, and does nothing', async () => {
  const { downloadUrl } = await addressOf({ name: `Devis "d’été" (1);x.pdf` });
  const response = await open(downloadUrl);
  expect(response.status).toBe(200);
  expect(response.text).toBe(PDF);
  const header = (name: string) => response.headers.get(name);
  expect(header('content-length')).toBe(String(PDF.length));
  expect(header('content-type')).toBe('application/pdf');
  expect(header('content-disposition')).toBe(
    `attachment; filename="Devis _d__t__ (1);x.pdf"; filename*=UTF-8''Devis%20%22d%E2%80%99%C3%A9t%C3%A9%22%20%281%29%3Bx.pdf`,
  );
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('content-security-policy')).toMatch(/default-src 'none'/);
  expect(header('cache-control')).toMatch(/^private/);
  expect((await open(downloadUrl, { 'if-none-match': header('etag')! })).status).toBe(304);
  const text = await open((await addressOf({ name: 'a.txt', mime: 'text/plain' }, '<script>')).downloadUrl);
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text.headers.get('content-security-policy')).toMatch(/sandbox/);
  expect(text.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('a part of a file is given to those who ask for one', async () => {
  const { downloadUrl } = await addressOf();
  const part = async (range: string) => {
    const response = await open(downloadUrl, { range });
    return [response.status, response.headers.get('content-range'), response.text];
  };
  expect(await part('bytes=0-3')).toEqual([206, `bytes 0-3/${PDF.length}`, '%PDF']);
  expect(await part('bytes=-6')).toEqual([206, `bytes ${PDF.length - 6}-${PDF.length - 1}/${PDF.length}`, '%%EOF\n']);
  expect((await part(`bytes=${PDF.length}-`))[0]).toBe(416);
  expect((await part('bytes=x'))[0]).toBe(200);
});

test('a forged, changed or expired address opens nothing', async () => {
  const { downloadUrl, previewUrl } = await addressOf();
  const [path, query] = downloadUrl.split('?');
  const params = new URLSearchParams(query);
  const by = params.get('by') ?? '';
  const expired = Math.floor(Date.now() / 1000) - 1;
  const right = (until: number) =>
    createHmac('sha256', server.config.secret)
      .update(`file\n${path.split('/').slice(2, 4).join('/')}\n${by}\n${until}`)
      .digest('base64url');
  const other = await addressOf();
  for (const forged of [
    path,
    `${path}?by=${by}&expires=${params.get('expires')}`,
    `${path}?by=${by}&expires=${params.get('expires')}&signature=${'A'.repeat(43)}`,
    `${path}?by=${by}&expires=${Number(params.get('expires')) + 60}&signature=${params.get('signature')}`,
    `${path}?by=${by}&expires=${expired}&signature=${right(expired)}`,
    `${path}?${query}&signature=x`,
    `${path}?${query.replace(/by=[0-9a-f-]+/, `by=${randomUUID()}`)}`,
    `${other.downloadUrl.split('?')[0]}?${query}`,
    `${path.replace('/documents/', '/previews/')}?${query}`,
    `${previewUrl!.split('?')[0].replace('/previews/', '/documents/')}?${previewUrl!.split('?')[1]}`,
    `/files/../../../etc/passwd?${query}`,
    `/files/documents/%00/x?${query}`,
  ])
    expect([403, 404], forged).toContain((await open(forged)).status);
});

test('a PDF is shown inside our pages only', async () => {
  const { previewUrl } = await addressOf();
  const response = await open(previewUrl!);
  expect(response.headers.get('content-disposition')).toMatch(/^inline/);
  expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'/);
  expect(response.headers.get('content-security-policy')).not.toMatch(/sandbox/);
  expect(response.text).toBe(PDF);
});

test('a picture is drawn anew: small, upright, and without what the camera wrote into it', async () => {
  const photo = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#c06030' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'chez Maelle' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { previewUrl } = await addressOf({ name: 'photo.jpg', mime: 'image/jpeg' }, photo);
  const response = await open(previewUrl!);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(response.headers.get('content-security-policy')).toMatch(/sandbox/);
  const shown = await sharp(response.bytes).metadata();
  expect(shown).toMatchObject({ format: 'webp', width: 533, height: 1600 });
  expect([(await sharp(photo).metadata()).orientation, shown.exif, shown.orientation]).toEqual([6, undefined, undefined]);
});

test('half a picture and what is no picture have no preview', async () => {
  const broken = await addressOf({ name: 'photo.jpg', mime: 'image/jpeg' }, 'not at all');
  expect((await open(broken.previewUrl!)).status).toBe(404);
  for (const mime of ['application/zip', 'text/csv', 'text/plain', 'image/heic'])
    expect((await addressOf({ mime })).previewUrl).toBeNull();
});

test('a file that the storage lost is not found', async () => {
  const { downloadUrl } = await addressOf();
  const [{ key }] = await server.database.query('select key from document_version order by id desc limit 1');
  await server.product.world.services.storage.remove(key);
  expect((await open(downloadUrl)).status).toBe(404);
});

test('a long name is a name', async () => {
  const { downloadUrl } = await addressOf({ name: `${'é'.repeat(196)}.pdf` });
  expect((await open(downloadUrl)).status).toBe(200);
});
