import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { defineWords, localeOf, say } from '../core/words.js';

defineWords({
  // These two codes are what clients of the persisted-query protocol know.
  PERSISTED_QUERY_NOT_FOUND: {
    fr: 'Cette page date d’une autre version de Prisme. Rechargez-la.',
    en: 'This page is of another version of Prisme. Reload it.',
  },
  OPERATION_NOT_ALLOWED: {
    fr: 'Ce serveur n’exécute que les opérations qu’il connaît.',
    en: 'This server runs only the operations it knows.',
  },
});

const PREFIX = 'apq:';

/** Operations that go by an id: the SHA-256 of their text. The build of each portal leaves a file with its own. */
export class TrustedDocuments {
  private readonly texts = new Map<string, string>();

  constructor(
    folder: string,
    /** Nothing else runs. */
    readonly only: boolean,
    /** A folder of further ones, such as partners': one a file, `*.graphql`. */
    allowed: string | null = null,
  ) {
    for (const content of filesIn(folder, '.json'))
      for (const text of Object.values(JSON.parse(content) as Record<string, string>)) this.texts.set(idOf(text), text);
    // People end a file with a line break; their programs send it with or without.
    for (const content of allowed ? filesIn(allowed, '.graphql') : [])
      for (const text of [content, content.trim()]) this.texts.set(idOf(text), text);
  }

  get size(): number {
    return this.texts.size;
  }

  byId(id: string): string | undefined {
    return this.texts.get(id);
  }

  /** Why an operation doesn't run, if so: the code of the refusal. */
  refusalOf({ id, text }: Asked): 'PERSISTED_QUERY_NOT_FOUND' | 'OPERATION_NOT_ALLOWED' | null {
    if (text === undefined) return id === undefined || this.texts.has(id) ? null : 'PERSISTED_QUERY_NOT_FOUND';
    return this.only && !this.texts.has(idOf(text)) ? 'OPERATION_NOT_ALLOWED' : null;
  }

  /** What Apollo asks for the text of an id. Nothing comes in this way: a text sent with its id is not remembered. */
  readonly cache = {
    get: async (key: string) => this.texts.get(key.slice(PREFIX.length)),
    set: async () => {},
    delete: async () => false,
  };
}

const filesIn = (folder: string, ending: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Asked {
  id?: string;
  text?: string;
}

/** What a request, or a message on a socket, asks to run; whatever has no proper form is left to be refused where it is read. */
export function askedIn(body: unknown): Asked {
  const { query, extensions } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { persistedQuery } = (parsed(extensions) ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
  const id = persistedQuery?.sha256Hash;
  return { id: typeof id === 'string' ? id : undefined, text: typeof query === 'string' && query !== '' ? query : undefined };
}

function parsed(extensions: unknown): unknown {
  if (typeof extensions !== 'string') return extensions;
  try {
    return JSON.parse(extensions);
  } catch {
    return undefined;
  }
}

/** Refuses, before anything is parsed, what is not to run here. */
export function refuseUntrusted(app: FastifyInstance, documents: TrustedDocuments): void {
  app.addHook('preHandler', async (request: FastifyRequest, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return;
    const code = documents.refusalOf(askedIn(request.method === 'GET' ? request.query : request.body));
    if (!code) return;
    const message = say(code, localeOf(request.headers['accept-language']));
    return reply
      .code(400)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
  });
}
