import { GraphQLError } from 'graphql';
import type { Params } from './words.js';

/** What an error of ours carries in its extensions. */
export interface Failure {
  code: string;
  /** The word's code where it says more than the error's. */
  word?: string;
  params?: Params;
}

/** An error a program can tell by its code. Its message is found in the viewer's language when the answer leaves. */
const failure =
  (code: string, http?: { status: number; headers?: Map<string, string> }) =>
  (word: string = code, params: Params = {}) =>
    new GraphQLError(word, { extensions: { code, word, params, ...(http ? { http } : {}) } });

export const unauthenticated = failure('UNAUTHENTICATED');
export const forbidden = failure('FORBIDDEN');
export const secondFactorRequired = failure('SECOND_FACTOR_REQUIRED');
export const readOnly = failure('READ_ONLY');
export const notFound = failure('NOT_FOUND');
export const conflict = failure('CONFLICT');
export const badRequest = failure('BAD_REQUEST', { status: 400 });
export const badInput = failure('BAD_USER_INPUT');
/** Too often. The person is told how long to wait, and a program finds the seconds in `retryAfter`. */
export const rateLimited = (seconds: number, word = 'RATE_LIMITED') =>
  new GraphQLError(word, { extensions: { code: 'RATE_LIMITED', word, params: { wait: waitOf(seconds) }, retryAfter: seconds } });

/** As a person says it, alike in both languages: `42 s`, `5 min`, `2 h`. */
const waitOf = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : seconds < 6000 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;

export const unavailable = failure('SERVICE_UNAVAILABLE', { status: 503, headers: new Map([['retry-after', '5']]) });

/** A mistake the person can correct: it rolls the mutation back and comes home in `userErrors`. */
export class UserError extends Error {
  constructor(
    /** Stable, and the key of its words. */
    readonly code: string,
    /** The way to the field, such as `['input', 'email']`. */
    readonly path: string[] = [],
    readonly params: Params = {},
  ) {
    super(code);
  }
}

/** Several mistakes at once, so that a form can show all of them. */
export class UserErrors extends Error {
  constructor(readonly errors: readonly UserError[]) {
    super(errors.map(({ code }) => code).join(', '));
  }
}

/** Throws what was found wrong, when anything was. */
export function refuseIfAny(errors: readonly UserError[]): void {
  if (errors.length > 0) throw new UserErrors(errors);
}

const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300']);

/** The database is away, starting or full: not a bug of ours, and worth trying again. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error as { code?: unknown; message?: string; cause?: unknown; originalError?: unknown } | undefined; cause; ) {
    if (LOST.has(String(cause.code))) return true;
    if (/Connection terminated|timeout exceeded when trying to connect|connect(ion)? (timeout|closed)/i.test(cause.message ?? ''))
      return true;
    cause = (cause.originalError ?? cause.cause) as typeof cause;
  }
  return false;
}
