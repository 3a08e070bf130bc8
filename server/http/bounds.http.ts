import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { excessIn, LIMITS } from '../core/limits.js';
import { refusal } from './headers.http.js';
import { askedIn } from './trusted.http.js';

const MOST_KNOWN = 1_000;
const MOST_CHARACTERS = 50_000;

/** Refuses what is too large before it is checked against the schema, which is what could take long. */
export function refuseExcess(app: FastifyInstance): void {
  // Texts that were found small enough: who asks again isn't measured again.
  const known = new Set<string>();

  app.addHook('preHandler', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return;
    const { text } = askedIn(request.method === 'GET' ? request.query : request.body);
    if (text === undefined || known.has(text)) return;
    const message = excessOf(text);
    if (message) return refusal(request, reply, { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', message });
    if (known.size >= MOST_KNOWN) known.clear();
    if (text.length <= MOST_CHARACTERS) known.add(text);
  });
}

/** What has no proper form is told by whoever parses it next. */
function excessOf(text: string): string | null {
  try {
    return excessIn(parse(text, { maxTokens: LIMITS.tokens, noLocation: true }));
  } catch {
    return null;
  }
}
