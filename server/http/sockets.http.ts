import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  type ExecutionArgs,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CloseCode, type SubscribeMessage } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { anonymous, Context } from '../core/context.js';
import { LIMITS, withinLimits } from '../core/limits.js';
import { localeOf } from '../core/words.js';
import { worded } from './graphql.http.js';
import { headerOf, requestOfProcess } from './session.http.js';
import type { World } from './world.js';

const MOST_BYTES = 100_000;

type Params = { authorization?: string; portal?: string };

/** Subscriptions over graphql-transport-ws. A socket ends with its session, and a changed role counts at the next event. */
export function serveSockets(app: FastifyInstance, schema: GraphQLSchema, world: World): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  app.server.on('upgrade', (request, socket, head) => {
    const origin = request.headers.origin;
    const isOurs = !origin || URL.parse(origin)?.host === request.headers.host;
    if (request.url?.split('?')[0] !== '/graphql' || !isOurs || world.stopping) {
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connected) => sockets.emit('connection', connected, request));
  });

  const viewerOf = ({ authorization, portal }: Params) => world.viewers.byAuthorization(authorization, portal);
  const open = new Map<WebSocket, Params>();
  const server = useServer<Params, { socket: WebSocket; request: IncomingMessage }>(
    {
      schema,
      onConnect: async ({ connectionParams, extra }) => {
        if ((await viewerOf(connectionParams ?? {})).id === anonymous.id) return false;
        open.set(extra.socket, connectionParams ?? {});
        return true;
      },
      onDisconnect: ({ extra }) => void open.delete(extra.socket),
      onSubscribe: async ({ connectionParams, extra }, _id, payload) => {
        const args = argumentsOf(schema, payload, world.config.production);
        if (!('schema' in args)) return args;
        const viewer = await viewerOf(connectionParams ?? {});
        const request = { ...requestOfProcess(), locale: localeOf(headerOf(extra.request.headers['accept-language'])) };
        args.contextValue = new Context(world.database.manager, viewer, request, world.services, world.settings);
        return args;
      },
      onNext: (_ctx, _id, _payload, { contextValue }, result) =>
        result.errors
          ? {
              ...result,
              errors: result.errors.map((error) => worded(error.toJSON(), (contextValue as Context).locale, undefined)) as never,
            }
          : undefined,
    },
    sockets,
  );

  // Whoever's session ended, or who was suspended, is shown the door on every socket of theirs.
  const stopListening = world.services.events.listen('access', async () => {
    for (const [socket, params] of open)
      if ((await viewerOf(params).catch(() => anonymous)).id === anonymous.id) socket.close(CloseCode.Forbidden, 'Forbidden');
  });
  app.addHook('preClose', async () => {
    stopListening();
    await server.dispose();
  });
}

function argumentsOf(
  schema: GraphQLSchema,
  { query, variables, operationName }: SubscribeMessage['payload'],
  production: boolean,
) {
  const document = parse(query, { maxTokens: LIMITS.tokens });
  const errors = validate(schema, document, [
    ...specifiedRules,
    withinLimits,
    ...(production ? [NoSchemaIntrospectionCustomRule] : []),
  ]);
  if (errors.length > 0) return errors;
  const args: ExecutionArgs = { schema, document, variableValues: variables, operationName };
  return args;
}
