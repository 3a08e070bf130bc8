import type { FastifyInstance } from 'fastify';
import { localeOf, say } from '../core/words.js';
import { refusal } from './headers.http.js';
import type { World } from './world.js';

const SECONDS = 5;
const isWork = (path: string) => path.startsWith('/graphql') || path.startsWith('/files/');

/**
 * More at once than the database can serve would only wait for one another, and for longer than anybody waits for an answer: then
 * whoever comes is asked to come back. So is everybody while the process stops.
 */
export function refuseUnderPressure(app: FastifyInstance, world: World): void {
  let busy = 0;
  const full = (request: Parameters<typeof refusal>[0], reply: Parameters<typeof refusal>[1]) => {
    const code = 'SERVICE_UNAVAILABLE';
    const message = say(code, localeOf(request.headers['accept-language']));
    return refusal(request, reply.header('retry-after', String(SECONDS)), { status: 503, code, message });
  };
  app.addHook('onRequest', async (request, reply) => {
    if (world.stopping && !request.url.startsWith('/health/')) return full(request, reply.header('connection', 'close'));
  });
  // Who is still sending keeps nobody busy.
  app.addHook('preHandler', async (request, reply) => {
    if (!isWork(request.url)) return;
    if (busy >= world.config.maxRequests) return full(request, reply);
    busy += 1;
    reply.raw.once('close', () => {
      busy -= 1;
    });
  });
}
