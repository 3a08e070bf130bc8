import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { Problem } from '../ui/failure';

/** An error as the pages show it: its code, and the request id that support asks for. */
export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const { code, requestId } = first?.extensions ?? {};
    return {
      code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
      message: first?.message,
      requestId: typeof requestId === 'string' ? requestId : undefined,
    };
  }
  if (ServerError.is(error)) return { code: error.statusCode === 429 ? 'RATE_LIMITED' : 'NETWORK' };
  return { code: 'NETWORK' };
}

export const isUnauthenticated = (error: unknown): boolean => problemOf(error).code === 'UNAUTHENTICATED';
