import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql';
import { Context } from '../core/context.js';
import { type Failure, isDatabaseAway, unavailable } from '../core/errors.js';
import { LIMITS, withinLimits } from '../core/limits.js';
import { hasWords, type Locale, localeOf, say } from '../core/words.js';
import { compiledQueries } from './compiled.http.js';
import { headerOf, requestInfo } from './session.http.js';
import { receiveUploads } from './upload.http.js';
import type { World } from './world.js';

/** POST /graphql (and GET for queries), with uploads by the GraphQL multipart request specification. */
export async function serveGraphql(app: FastifyInstance, schema: GraphQLSchema, world: World): Promise<void> {
  const { config } = world;
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: !config.production,
    validationRules: [withinLimits, ...(config.production ? [NoSchemaIntrospectionCustomRule] : [])],
    parseOptions: { maxTokens: LIMITS.tokens },
    hideSchemaDetailsFromClientErrors: true,
    formatError: (formatted, error) => tellable(formatted, error, world),
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      inTheirLanguage(),
      counted(world),
      compiledQueries(schema),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  receiveUploads(app, world);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    preHandler: async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const info = requestInfo(request, reply, world.secureCookies);
        try {
          const viewer = await world.viewers.byAuthorization(headerOf(request.headers.authorization), info.portal);
          return new Context(world.database.manager, viewer, info, world.services, world.settings);
        } catch (error) {
          throw isDatabaseAway(error) ? unavailable() : error;
        }
      },
    }),
  });
}

/** What leaves the house: our own errors as they are, anything else without a word about the inside. */
export function tellable(formatted: GraphQLFormattedError, error: unknown, { logger }: World): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (isDatabaseAway(cause)) {
    logger.warn({ err: cause }, 'the database is away');
    return { ...formatted, message: 'SERVICE_UNAVAILABLE', extensions: { code: 'SERVICE_UNAVAILABLE' } };
  }
  const { code, word, params, http: _, stacktrace: __, ...extensions } = (formatted.extensions ?? {}) as Record<string, unknown>;
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR')
    return { ...formatted, extensions: { ...extensions, code, word, params } };
  logger.error({ err: cause }, 'a request failed');
  return { message: 'INTERNAL_SERVER_ERROR', path: formatted.path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** Errors get their message in the viewer's language, and the request's id to ask us by. */
const inTheirLanguage = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response, request }) => {
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      const locale = contextValue?.locale ?? localeOf(request.http?.headers.get('accept-language'));
      const errors = response.body.singleResult.errors.map((error) => worded(error, locale, contextValue?.request.id));
      response.body.singleResult.errors = errors;
      if (!errors.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) return;
      response.http.status = 503;
      response.http.headers.set('retry-after', '5');
    },
  }),
});

export function worded(error: GraphQLFormattedError, locale: Locale, requestId: string | undefined): GraphQLFormattedError {
  const { word, params, ...extensions } = (error.extensions ?? {}) as Partial<Failure> & Record<string, unknown>;
  const said = word && hasWords(word) ? word : hasWords(error.message) ? error.message : null;
  return { ...error, message: said ? say(said, locale, params) : error.message, extensions: { ...extensions, requestId } };
}

/** Prometheus counts and times operations by kind and outcome. */
const counted = ({ metrics }: World): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => {
    const end = metrics.operations.startTimer();
    return {
      willSendResponse: async ({ operation, response }) => {
        const failed = response.body.kind === 'single' && !!response.body.singleResult.errors;
        end({ kind: operation?.operation ?? 'none', outcome: failed ? 'error' : 'ok' });
      },
    };
  },
});
