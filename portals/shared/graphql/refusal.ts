import type { GraphQLFormattedError } from 'graphql';
import type { Problem } from '../ui/failure';

/** What the first of these errors says: its code, its words, how long to wait, and the request id that support asks for. */
export function refusalIn(errors: readonly GraphQLFormattedError[] | undefined): Problem {
  const [first] = errors ?? [];
  const { code, requestId } = first?.extensions ?? {};
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    message: first?.message,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}
