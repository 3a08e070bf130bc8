import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anonymous, type RequestInfo, type Viewer } from '../core/context.js';
import { badRequest } from '../core/errors.js';
import { localeOf } from '../core/words.js';
import { readAccessToken } from '../features/session/token.service.js';
import { type People, viewerIn } from '../features/session/viewer.service.js';

const THIRTY_DAYS = 30 * 86_400;
const ONE_YEAR = 365 * 86_400;

/** `__Host-` ties the cookie to this host and to https; browsers refuse it on plain http, where only development runs. */
const cookieName = (secure: boolean) => (secure ? '__Host-prisme' : 'prisme');

export const headerOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export function requestInfo(request: FastifyRequest, reply: FastifyReply, secure: boolean): RequestInfo {
  const { headers } = request;
  const options = { path: '/', httpOnly: true, secure, sameSite: 'strict' } as const;
  return {
    id: request.id,
    ip: request.ip ?? null,
    userAgent: headers['user-agent'] ?? null,
    locale: localeOf(headers['accept-language']),
    portal: headerOf(headers['x-prisme-portal']),
    // A page elsewhere may have a browser send its cookies, never this header.
    get refreshToken() {
      const token = request.cookies?.[cookieName(secure)] ?? null;
      if (token && !headers['apollo-require-preflight']) throw badRequest('CSRF_HEADER');
      return token;
    },
    setRefreshToken(token) {
      if (token) reply.setCookie(cookieName(secure), token, { ...options, maxAge: THIRTY_DAYS });
      else reply.clearCookie(cookieName(secure), options);
    },
    deviceToken: request.cookies?.[`${cookieName(secure)}-device`] ?? null,
    setDeviceToken(token) {
      reply.setCookie(`${cookieName(secure)}-device`, token, { ...options, maxAge: ONE_YEAR });
    },
  };
}

/** The request of a job or a command, which has no browser behind it. */
export const requestOfProcess = (id: string = randomUUID()): RequestInfo => ({
  id,
  ip: null,
  userAgent: null,
  locale: 'fr',
  portal: undefined,
  refreshToken: null,
  setRefreshToken() {},
  deviceToken: null,
  setDeviceToken() {},
});

const BEARER = /^Bearer ([\w.-]{1,4096})$/i;

export class Viewers {
  constructor(
    private readonly people: People,
    private readonly secret: string,
  ) {}

  /** Who asks. A token that is wrong, expired or of an ended session makes nobody of them, not an error. */
  async byAuthorization(authorization: string | undefined, portal: string | undefined): Promise<Viewer> {
    const token = BEARER.exec(authorization ?? '')?.[1];
    const claims = token ? readAccessToken(this.secret, token) : null;
    if (!claims) return anonymous;
    const viewer = await this.bySession(claims.sessionId, portal);
    return viewer.id === claims.userId ? viewer : anonymous;
  }

  /** The person in the role of this portal, as they stand now; for what outlives a request, such as an address they were given. */
  async byUser(userId: string, portal: string | undefined): Promise<Viewer> {
    const person = await this.people.byUser(userId);
    return person ? viewerIn(person, portal) : anonymous;
  }

  /** Whoever that session makes them now: a socket outlives the token it was opened with, never the session. */
  async bySession(sessionId: string, portal: string | undefined): Promise<Viewer> {
    const person = await this.people.bySession(sessionId);
    return person ? viewerIn(person, portal) : anonymous;
  }
}
