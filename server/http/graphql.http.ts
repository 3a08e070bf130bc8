import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql';
import { Context } from '../core/context.js';
import { isDatabaseAway, unavailable } from '../core/errors.js';
import { costOf, LIMITS } from '../core/limits.js';
import { placeOf } from '../core/rate-limits/place.js';
import { localeOf } from '../core/words.js';
import { refuseExcess } from './bounds.http.js';
import { compiledQueries } from './compiled.http.js';
import { readsAudited } from './reads.http.js';
import { headerOf, requestInfo } from './session.http.js';
import { stringifyResult, textAnswers } from './text.http.js';
import { refuseUntrusted, type TrustedDocuments } from './trusted.http.js';
import { receiveUploads } from './upload.http.js';
import { tellable, worded } from './words.http.js';
import type { World } from './world.js';

/** Who needs more than this to see what is wrong is not after an answer. */
export const MOST_ERRORS = 5;

/** POST /graphql (and GET for queries), with uploads by the GraphQL multipart request specification. */
export async function serveGraphql(
  app: FastifyInstance,
  schema: GraphQLSchema,
  world: World,
  documents: TrustedDocuments,
): Promise<void> {
  const { config } = world;
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: !config.production,
    validationRules: config.production ? [NoSchemaIntrospectionCustomRule] : [],
    persistedQueries: { cache: documents.cache },
    parseOptions: { maxTokens: LIMITS.tokens },
    hideSchemaDetailsFromClientErrors: true,
    formatError: (formatted, error) => tellable(formatted, error, world),
    stringifyResult,
    stopOnTerminationSignals: false,
    logger: world.logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      inTheirLanguage(),
      counted(world),
      readsAudited(schema),
      textAnswers(schema),
      budgeted(world),
      compiledQueries(schema),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  receiveUploads(app, world);
  refuseUntrusted(app, documents);
  refuseExcess(app);
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

const isPlainJson = (accept: string | undefined): boolean =>
  /\bapplication\/json\b/.test(accept ?? '') && !/graphql-response/.test(accept ?? '');

const OF_DOCUMENT = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];
const isOfDocument = (code: unknown): boolean => OF_DOCUMENT.includes(String(code));

/** Errors get their message in the viewer's language, and the request's id to ask us by. */
const inTheirLanguage = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response, request }) => {
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      const locale = contextValue?.locale ?? localeOf(request.http?.headers.get('accept-language'));
      const errors = response.body.singleResult.errors
        .slice(0, MOST_ERRORS)
        .map((error) => worded(error, locale, contextValue?.request.id));
      response.body.singleResult.errors = errors;
      const codes = errors.map(({ extensions }) => extensions?.code);
      const waits = errors.map(({ extensions }) => Number(extensions?.retryAfter ?? 0));
      const isAway = codes.includes('SERVICE_UNAVAILABLE');
      if (isAway) response.http.status = 503;
      // Refused as a whole: what came before in the same request was done, but nothing of it is answered.
      else if (codes.includes('RATE_LIMITED') && !response.body.singleResult.data) response.http.status = 429;
      // Whoever reads nothing but application/json takes a status for that of the way, not of the answer: GraphQL over HTTP, 6.4.1.
      else if (response.http.status === 400 && isPlainJson(request.http?.headers.get('accept')) && codes.every(isOfDocument))
        response.http.status = 200;
      const wait = Math.max(isAway ? 5 : 0, ...waits);
      if (wait > 0) response.http.headers.set('retry-after', String(wait));
    },
  }),
});

/** Who asks too much within a minute is told to wait. Counted in memory, by what the document could answer. */
const budgeted = ({ queries }: World): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, contextValue: { viewer, request } }) => {
      if (operation) queries.spend(viewer.sessionId ? viewer.id : placeOf(request.ip ?? '').address, costOf(document, operation));
    },
  }),
});

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
