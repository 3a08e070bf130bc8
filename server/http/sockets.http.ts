import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CloseCode, type SubscribeMessage } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { anonymous, Context } from '../core/context.js';
import { subscribeLive } from '../core/events/live.js';
import { excessIn, LIMITS } from '../core/limits.js';
import { type Locale, localeOf } from '../core/words.js';
import { endRaw } from './headers.http.js';
import { headerOf, requestOfProcess } from './session.http.js';
import { askedIn, type TrustedDocuments } from './trusted.http.js';
import { tellable, worded } from './words.http.js';
import type { World } from './world.js';

const MOST_BYTES = 100_000;
const MOST_SUBSCRIPTIONS = 50;

/** What a client says when it connects: as the headers of a request, and `language` where the page's differs from the browser's. */
type Params = { authorization?: string; portal?: string; language?: string };

/** Whose socket it is, from the moment it was opened. */
interface Held {
  sessionId: string;
  portal: string | undefined;
  locale: Locale;
}

type Extra = { socket: WebSocket; request: IncomingMessage };

/** Subscriptions over graphql-transport-ws. A socket ends with its session, and a changed role counts at the next event. */
export function serveSockets(app: FastifyInstance, schema: GraphQLSchema, world: World, documents: TrustedDocuments): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  app.server.on('upgrade', (request, socket, head) => {
    const { origin, host } = request.headers;
    const isOurs = !origin || URL.parse(origin)?.host === host;
    if (request.url?.split('?')[0] !== '/graphql' || !isOurs || world.stopping) {
      endRaw(socket, 404, world.secureCookies);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connected) => sockets.emit('connection', connected, request));
  });

  const open = new Map<WebSocket, Held>();
  const contextOf = async ({ sessionId, portal, locale }: Held): Promise<Context> => {
    const viewer = await world.viewers.bySession(sessionId, portal);
    const request = { ...requestOfProcess(), locale, portal };
    return new Context(world.database.manager, viewer, request, world.services, world.settings);
  };
  const renewed = ({ viewer: { sessionId }, request: { portal, locale } }: Context) =>
    contextOf({ sessionId: sessionId ?? anonymous.id, portal, locale });
  const told = (error: GraphQLError, locale: Locale): GraphQLFormattedError =>
    worded(tellable(error.toJSON(), error, world), locale, undefined);

  const server = useServer<Params, Extra>(
    {
      onConnect: async ({ connectionParams, extra: { socket, request } }) => {
        const { authorization, portal, language } = connectionParams ?? {};
        const { sessionId } = await world.viewers.byAuthorization(authorization, portal);
        if (!sessionId) return false;
        open.set(socket, { sessionId, portal, locale: localeOf(language ?? headerOf(request.headers['accept-language'])) });
        return true;
      },
      onDisconnect: ({ extra }) => void open.delete(extra.socket),
      onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
        const held = open.get(extra.socket);
        if (!held) return [new GraphQLError('UNAUTHENTICATED', { extensions: { code: 'UNAUTHENTICATED' } })];
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS)
          return [refused(`More than ${MOST_SUBSCRIPTIONS} subscriptions`)];
        const args = argumentsOf(schema, payload, documents, world.config.production);
        if ('schema' in args) args.contextValue = await contextOf(held);
        return args;
      },
      subscribe: (args) => subscribeLive(args, renewed),
      onNext: (_ctx, _id, _payload, { contextValue }, { errors, ...result }) =>
        errors && { ...result, errors: errors.map((error) => told(error, (contextValue as Context).locale)) },
      onError: ({ extra }, _id, _payload, errors) =>
        errors.map((error) => told(error as GraphQLError, open.get(extra.socket)?.locale ?? 'fr')),
    },
    sockets,
  );

  // Whoever's session ended, or who was suspended, is shown the door on every socket of theirs.
  const stopListening = world.services.events.listen('access', async () => {
    for (const [socket, { sessionId, portal }] of open) {
      const viewer = await world.viewers.bySession(sessionId, portal).catch(() => anonymous);
      if (viewer.id === anonymous.id) socket.close(CloseCode.Forbidden, 'Forbidden');
    }
  });
  app.addHook('preClose', async () => {
    stopListening();
    await server.dispose();
  });
}

const refused = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/** What a request's body would be checked for, is checked here; queries and mutations belong in requests. */
function argumentsOf(
  schema: GraphQLSchema,
  payload: SubscribeMessage['payload'],
  documents: TrustedDocuments,
  production: boolean,
): ExecutionArgs | GraphQLError[] {
  try {
    const asked = askedIn(payload);
    const code = documents.refusalOf(asked);
    if (code) return [new GraphQLError(code, { extensions: { code, word: code } })];
    const { variables, operationName } = payload;
    const document = parse(asked.text ?? documents.byId(asked.id ?? '') ?? '', { maxTokens: LIMITS.tokens });
    const excess = excessIn(document);
    if (excess) return [new GraphQLError(excess, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })];
    const rules = [...specifiedRules, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
    const errors = validate(schema, document, rules);
    if (errors.length > 0)
      return errors.map(
        (error) => new GraphQLError(error.message, { ...error, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
      );
    if (getOperationAST(document, operationName)?.operation !== 'subscription')
      return [refused('Only subscriptions go over a socket')];
    return { schema, document, variableValues: variables, operationName };
  } catch (error) {
    if (error instanceof GraphQLError) return [new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })];
    throw error;
  }
}
