import type { Socket } from 'node:net';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { serveExplorer } from './http/explorer.http.js';
import { serveFiles } from './http/files.http.js';
import { serveGraphql } from './http/graphql.http.js';
import { answerNoHttp, harden, refusal } from './http/headers.http.js';
import { serveHealth } from './http/metrics.http.js';
import { servePortals } from './http/portals.http.js';
import { refuseUnderPressure } from './http/pressure.http.js';
import { serveSockets } from './http/sockets.http.js';
import { TrustedDocuments } from './http/trusted.http.js';
import { serveUnsubscribe } from './http/unsubscribe.http.js';
import type { World } from './http/world.js';

const MOST_BODY_BYTES = 1_000_000;
/** A request has arrived whole by then, file and all. */
const RECEIVED_MS = 900_000;
const LOOK_MS = 50;

/** The HTTP application: GraphQL and its sockets, files, health, metrics, and the portals. */
export async function createApp(
  schema: GraphQLSchema,
  world: World,
  portals = join(import.meta.dirname, portalsBeside(import.meta.dirname)),
): Promise<FastifyInstance> {
  const { trustProxy: proxies, trustedDocuments, allowedOperations } = world.config;
  const app = Fastify({
    loggerInstance: world.logger,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger a request costs more than it tells: each line names its request itself.
    childLoggerFactory: (logger) => logger,
    bodyLimit: MOST_BODY_BYTES,
    trustProxy: typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: 'idle',
    // Said below, with when to come back.
    return503OnClosing: false,
    requestTimeout: RECEIVED_MS,
    clientErrorHandler: answerNoHttp(world.secureCookies),
    frameworkErrors: (_error, request, reply) =>
      void refusal(request, reply, { status: 400, code: 'BAD_REQUEST', message: 'Not an address' }),
  });
  await app.register(cookie);
  harden(app, world.secureCookies);
  refuseUnderPressure(app, world);
  // Node counts a connection that has not asked anything yet among the busy ones: browsers open some in advance.
  const silent = new Set<Socket>();
  app.server.on('connection', (socket) => silent.add(socket.once('close', () => silent.delete(socket))));
  for (const event of ['request', 'upgrade']) app.server.on(event, ({ socket }) => silent.delete(socket));
  // Whoever was still being answered when closing began would keep the connection open for more.
  app.addHook('preClose', async () => {
    const again = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    }, LOOK_MS).unref();
    app.server.once('close', () => clearInterval(again));
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ requestId: request.id, err: error }, 'a request failed');
    const [code, message] = status === 500 ? ['INTERNAL_SERVER_ERROR', 'Internal error'] : ['BAD_REQUEST', error.message];
    return refusal(request, reply, { status, code, message });
  });
  app.setNotFoundHandler((request, reply) => refusal(request, reply, { status: 404, code: 'NOT_FOUND', message: 'Not found' }));
  if (!world.config.production) serveExplorer(app);
  const documents = new TrustedDocuments(join(portals, 'operations'), trustedDocuments, allowedOperations);
  if (documents.only && documents.size === 0) world.logger.warn('no operation is known: the portals are not built');
  await serveGraphql(app, schema, world, documents);
  serveFiles(app, world);
  serveUnsubscribe(app, world);
  serveHealth(app, world);
  servePortals(app, portals, world.config.mapTiles);
  serveSockets(app, schema, world, documents);
  return app;
}

/** The build puts the portals beside the compiled server; run from its source, the server finds them in `dist` too. */
const portalsBeside = (folder: string) => (folder.includes(`${join('dist', 'server')}`) ? '../portals' : '../dist/portals');
