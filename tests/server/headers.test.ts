import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { shareOf } from '../support/factories/share.factory.js';
import { headersOf, startServer, type TestServer } from '../support/server.js';
import { json, known, NOTHING_RUNS, type Row, rows } from './headers.table.js';

const portals = mkdtempSync(join(tmpdir(), 'prisme-portals-'));
let server: TestServer;
let staff: TestPerson;
const files: Record<string, string> = {};

beforeAll(async () => {
  mkdirSync(join(portals, 'client/assets'), { recursive: true });
  mkdirSync(join(portals, 'door'));
  for (const [file, text] of [
    ['client/index.html', '<!doctype html>'],
    ['client/assets/a-1.js', '1'],
    ['client/prisme.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['door/index.html', '<!doctype html>'],
  ])
    writeFileSync(join(portals, file), text);
  server = await startServer({
    portals,
    env: {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://prisme.example',
      TRUSTED_DOCUMENTS: 'false',
      SECRET: 's'.repeat(40),
      DEMO: 'false',
    },
  });
  staff = await person(server, 'staff');
  const { id: customerId } = await customer(server);
  const made = async (name: string, mime: string, content: string) => {
    const { id } = await document(server, { name, customerId, uploadedById: staff.id, mime } as never, content);
    const [{ version_id: version }] = await server.database.query('select version_id from document where id = $1', [id]);
    return version as string;
  };
  const address = (path: string, name: string) => server.product.world.services.signedUrl(path, name, `${staff.id}.staff`);
  const pdf = await made('a.pdf', 'application/pdf', '%PDF-1.4\n%%EOF\n');
  const html = await made('a.html', 'text/html', '<script>alert(1)</script>');
  const svg = await made('a.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
  for (const [name, version] of Object.entries({ pdf, html, svg })) {
    files[name] = address(`documents/${version}`, `a.${name}`);
    files[`${name} preview`] = address(`previews/${version}`, `a.${name}`);
  }
  const { id: shared } = await document(server, { customerId, uploadedById: staff.id });
  files.share = address(`shares/${await shareOf(server, shared, staff.id)}`, 'a.pdf');
  files['unknown share'] = address('shares/00000000-0000-0000-0000-000000000000', 'a.pdf');
  files.unknown = address('documents/00000000-0000-0000-0000-000000000000', 'a.pdf');
});
afterAll(async () => {
  await server.stop();
  rmSync(portals, { recursive: true, force: true });
});

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sent as it stands: no path is tidied, no header added. */
const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.origin);
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject).end(body);
  });

function safe({ headers, text }: Got, { csp = NOTHING_RUNS, cache = 'no-store', referrer = 'same-origin' }: Partial<Row>): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': referrer,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'permissions-policy': expect.any(String),
    'cache-control': cache,
  });
  expect(headers['content-security-policy']).toMatch(csp);
  expect(headers['content-security-policy']).toMatch(/frame-ancestors '(none|self)'/);
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials'])
    expect([name, headers[name]]).toEqual([name, undefined]);
  expect(text).not.toMatch(/node_modules|\.js:\d|fastify|FST_|stacktrace/i);
}

describe('every route and every way to fail', () => {
  test.each(rows)('$what: $status', async (row) => {
    const path = row.path ?? files[row.file ?? ''];
    const headers = { ...row.headers, ...(row.signedIn ? headersOf(staff) : {}) };
    const got = await send(row.method ?? 'GET', path, headers, row.body);
    expect(got.status).toBe(row.status);
    expect(got.headers['x-request-id'] ?? path).toMatch(/^([0-9a-f-]{36}|\/%)$/);
    safe(got, row);
  });

  test('whatever somebody sent is saved, not shown; a PDF may be shown', async () => {
    for (const name of ['pdf', 'html', 'svg'])
      expect((await send('GET', files[name])).headers['content-disposition']).toMatch(/^attachment;/);
    expect((await send('GET', files['pdf preview'])).headers['content-disposition']).toMatch(/^inline;/);
  });

  test.each([
    ['bytes that are no HTTP', 'hello\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'a socket that is not opened here',
      'GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      404,
    ],
    [
      'a socket from another site',
      'GET /graphql HTTP/1.1\r\nhost: x\r\norigin: https://evil.example\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      404,
    ],
  ])('%s', async (_what, bytes, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text)).on('error', reject);
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const lines = answer.split('\r\n').slice(1).filter(Boolean);
    const headers = Object.fromEntries(lines.map((line) => line.split(': ', 2)));
    safe({ status, headers, text: '' }, {});
  });

  test('a fault of ours', async () => {
    await server.asSuperuser('alter table document_version rename to gone');
    const file = await send('GET', files.pdf);
    await server.asSuperuser('alter table gone rename to document_version');
    expect([file.status, JSON.parse(file.text).errors[0].message]).toEqual([500, 'Internal error']);
    safe(file, {});
  });

  test('while it stops', async () => {
    server.product.world.stopping = true;
    for (const path of ['/graphql', '/client/', files.pdf, '/health/ready']) {
      const got = await send('GET', path);
      expect([path, got.status, got.headers['retry-after']]).toEqual([path, 503, '5']);
      safe(got, {});
    }
    server.product.world.stopping = false;
  });
});

describe('cookies', () => {
  const login = (more: Record<string, string> = {}) => {
    const query = `mutation { login(input: { email: "${staff.email}", password: "${PASSWORD}" }) { accessToken } }`;
    return send('POST', '/graphql', { ...json, ...more }, known(query));
  };
  const cookiesOf = ({ headers }: Got) => headers['set-cookie'] ?? [];

  test('are tied to this host and https, and no script reads them', async () => {
    const set = cookiesOf(await login());
    expect(set.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['__Host-prisme', '__Host-prisme-device']);
    for (const cookie of set) {
      expect(cookie).toMatch(/; Path=\/;/);
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(`; ${flag}`);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });

  test.each(['refreshSession { accessToken }', 'logout { ok }'])(
    '%s by cookie needs the header, and nothing happens without',
    async (field) => {
      const cookie = cookiesOf(await login())
        .find((one) => one.startsWith('__Host-prisme='))!
        .split(';')[0];
      const ask = (headers: Record<string, string>) =>
        send('POST', '/graphql', { ...json, cookie, ...headers }, known(`mutation { ${field} }`));
      const refused = await ask({});
      expect([refused.status, JSON.parse(refused.text).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
      expect(cookiesOf(refused)).toEqual([]);
      const done = await ask({ 'apollo-require-preflight': '1' });
      expect([done.status, JSON.parse(done.text).errors]).toEqual([200, undefined]);
    },
  );
});
