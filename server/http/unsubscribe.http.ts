import type { FastifyInstance } from 'fastify';
import { anonymous, Context } from '../core/context.js';
import { isDatabaseAway } from '../core/errors.js';
import { keysOf } from '../core/rate-limits/rate-limits.js';
import { localeOf } from '../core/words.js';
import { PREFERENCES } from '../features/consent/preference-link.rules.js';
import { unsubscribe } from '../features/preference/preference.service.js';
import { headerOf, requestOfProcess } from './session.http.js';
import type { World } from './world.js';

const MOST_BYTES = 2_000;

type Asked = { Querystring: { t?: string; p?: string } };

/**
 * POST /unsubscribe is the button of mail programs (RFC 8058): no session, no cookie, no question. A GET changes nothing, since
 * programs that look at mails open links too: it leads to the page with one's choices.
 */
export function serveUnsubscribe(app: FastifyInstance, world: World): void {
  void app.register(async (scope) => {
    // Programs send it as a form of either kind.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
    scope.get<Asked>('/unsubscribe', (request, reply) =>
      reply
        .header('referrer-policy', 'no-referrer')
        .redirect(`${PREFERENCES}#${encodeURIComponent(String(request.query.t ?? ''))}`),
    );
    scope.post<Asked>('/unsubscribe', async (request, reply) => {
      const answer = (status: number, text: string) => reply.code(status).type('text/plain; charset=utf-8').send(text);
      const from = {
        ...requestOfProcess(request.id),
        ip: request.ip,
        userAgent: headerOf(request.headers['user-agent']) ?? null,
        locale: localeOf(request.headers['accept-language']),
      };
      const ctx = new Context(world.database.manager, anonymous, from, world.services);
      if (!/List-Unsubscribe[\s\S]*One-Click/i.test(String(request.body ?? ''))) return answer(400, 'BAD_REQUEST');
      try {
        await world.services.rateLimits.spend('one-click', keysOf(ctx));
        const { t = '', p = '' } = request.query;
        return (await unsubscribe(ctx, String(t), String(p))) ? answer(200, 'OK') : answer(404, 'NOT_FOUND');
      } catch (error) {
        const code = (error as { extensions?: { code?: string } }).extensions?.code;
        if (code === 'RATE_LIMITED') return answer(429, code);
        if (isDatabaseAway(error)) return answer(503, 'SERVICE_UNAVAILABLE');
        throw error;
      }
    });
  });
}
