import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PORTALS = ['client', 'prestataire', 'revendeur', 'superadmin'];

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** No inline script, nothing from elsewhere but map pictures, where there are some. Styles may be inline: the kit positions menus and columns with them. */
const policyWith = (pictures: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob:${pictures}`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');

/** `https://{s}.tiles.example/{z}/{x}/{y}.png` comes from `https://*.tiles.example`. */
const originOf = (tiles: string) => /^https:\/\/[^/]+/.exec(tiles.replace('{s}', '*'))?.[0];

/** A worker goes by its own: that which draws PDF compiles its picture readers. */
const WORKER_SECURITY_POLICY = policyWith('').replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

/** The four portals and the door to them, as the build left them: each a page that finds its own way by its address. */
export function servePortals(app: FastifyInstance, folder: string, mapTiles: { url: string } | null): void {
  const policy = policyWith(mapTiles ? ` ${originOf(mapTiles.url)}` : '');
  for (const portal of PORTALS) {
    app.get(`/${portal}`, (_request, reply) => reply.redirect(`/${portal}/`));
    app.get(`/${portal}/*`, (request, reply) =>
      send(request, reply, policy, join(folder, portal), (request.params as { '*': string })['*']),
    );
  }
  // What a mailed link gives, to somebody who has no account; what it is, stands behind the # and comes to no server.
  for (const page of ['/share', '/my-data'])
    app.get(page, (request, reply) =>
      send(
        request,
        reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer'),
        policy,
        join(folder, 'door'),
        '',
      ),
    );
  app.get('/*', (request, reply) => send(request, reply, policy, join(folder, 'door'), (request.params as { '*': string })['*']));
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  policy: string,
  folder: string,
  path: string,
): Promise<FastifyReply> {
  const file = normalize(join(folder, path));
  const isInside = file === folder || file.startsWith(folder + sep);
  const wanted = isInside && !path.includes('\0') && extname(path) && (await isFile(file)) ? file : null;
  const isPage = !extname(path) || extname(path) === '.html';
  const page = join(folder, 'index.html');
  if (!wanted && (!isPage || !(await isFile(page)) || (folder.endsWith('door') && path !== '')))
    return reply.code(404).type('text/plain; charset=utf-8').send('404');
  const found = wanted ?? page;
  reply.type(TYPES[extname(found)] ?? 'application/octet-stream').header('vary', 'accept-encoding');
  if (extname(found) === '.html') reply.header('cache-control', 'no-cache').header('content-security-policy', policy);
  else
    reply
      .header(
        'cache-control',
        found.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
      .header('content-security-policy', WORKER_SECURITY_POLICY);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const)
    if (accepted.includes(encoding) && (await isFile(found + suffix)))
      return reply.header('content-encoding', encoding).send(createReadStream(found + suffix));
  return reply.send(createReadStream(found));
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
