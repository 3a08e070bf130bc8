import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Failure, isDatabaseAway } from '../core/errors.js';
import { hasWords, type Locale, say } from '../core/words.js';
import type { World } from './world.js';

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

/** In the viewer's language, with the request's id to ask us by. */
export function worded(error: GraphQLFormattedError, locale: Locale, requestId: string | undefined): GraphQLFormattedError {
  const { word, params, ...extensions } = (error.extensions ?? {}) as Partial<Failure> & Record<string, unknown>;
  const said = word && hasWords(word) ? word : hasWords(error.message) ? error.message : null;
  return { ...error, message: said ? say(said, locale, params) : error.message, extensions: { ...extensions, requestId } };
}
