import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const FOLDER = '/graphql-explorer';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Everything from here, and nothing inline but styles, which its editor writes as it goes. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PLAIN_PATH = /^[\w-]+(\/[\w-]+)*(\.[\w-]+)+$/;

const options = {
  endpointURL: '/graphql',
  subscriptionsEndpoint: '/graphql',
  subscriptionsProtocol: 'graphql-ws',
  disableAccount: true,
  persistedSettings: { 'banners.disable': true },
};

/** Its package is not installed in production, and read by the first who opens it. */
async function openExplorer() {
  const { getDistDirectory, renderAltair, renderInitialOptions } = await import('altair-static');
  const page = renderAltair({ ...options, baseURL: `${FOLDER}/`, serveInitialOptionsInSeperateRequest: 'start.js' });
  return { folder: getDistDirectory(), page: page.replaceAll(' nonce=""', ''), start: renderInitialOptions(options) };
}

/** Outside production a browser that opens /graphql gets an explorer, served from here. */
export function serveExplorer(app: FastifyInstance): void {
  let opened: ReturnType<typeof openExplorer> | undefined;
  const explorer = () => {
    opened ??= openExplorer();
    return opened;
  };

  app.addHook('onRequest', async (request, reply) => {
    const [path, query] = request.url.split('?');
    const isBrowser = request.headers.accept?.includes('text/html') && !new URLSearchParams(query).has('query');
    if (request.method !== 'GET' || path !== '/graphql' || !isBrowser) return;
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .send((await explorer()).page);
  });
  app.get(`${FOLDER}/start.js`, async (_request, reply) =>
    reply
      .type(TYPES['.js'])
      .header('cache-control', 'no-cache')
      .send((await explorer()).start),
  );
  app.get(`${FOLDER}/*`, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const type = PLAIN_PATH.test(path) ? TYPES[extname(path)] : undefined;
    const file = join((await explorer()).folder, path);
    if (!type || !(await stat(file).catch(() => null))?.isFile())
      return reply.code(404).type('text/plain; charset=utf-8').send('404');
    return reply
      .type(type)
      .header('cache-control', 'public, max-age=3600')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .send(createReadStream(file));
  });
}
