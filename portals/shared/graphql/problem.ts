import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { Problem } from '../ui/failure';
import { refusalIn } from './refusal';

/** An error as the pages show it: its code, and the request id that support asks for. */
export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return refusalIn(error.errors);
  return { code: 'NETWORK' };
}

export const isUnauthenticated = (error: unknown): boolean => problemOf(error).code === 'UNAUTHENTICATED';
