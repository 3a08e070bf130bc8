import type { IncomingMessage } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import processRequest from 'graphql-upload/processRequest.mjs';
import Upload from 'graphql-upload/Upload.mjs';
import { anonymous, Context } from '../core/context.js';
import { UserError, unavailable } from '../core/errors.js';
import { dropUnclaimed, reserveKeys } from '../core/storage/unclaimed.js';
import { isTooLarge, type ReceivedFile } from '../core/upload.js';
import { localeOf } from '../core/words.js';
import { headerOf, requestOfProcess } from './session.http.js';
import { worded } from './words.http.js';
import type { World } from './world.js';

const MOST_FILES = 20;
const MOST_FIELD_BYTES = 1_000_000;
const LINGER_MS = 2_000;

/**
 * Multipart requests are parsed only for somebody signed in who sent the preflight header: before that no byte is read.
 * The operation runs once its files have arrived whole, so that a slow line holds no transaction and a cut one begins none.
 */
export function receiveUploads(app: FastifyInstance, world: World): void {
  const keysOf = new WeakMap<FastifyRequest, string[]>();
  const itself = () => new Context(world.database.manager, anonymous, requestOfProcess(), world.services);

  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  app.addHook('preValidation', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql' || !isMultipart(request)) return;
    if (!headerOf(request.headers['apollo-require-preflight']))
      return refuse(request, reply, 400, 'BAD_REQUEST', 'Uploads need the header apollo-require-preflight');
    const { authorization, 'x-prisme-portal': portal } = request.headers;
    const viewer = await world.viewers.byAuthorization(headerOf(authorization), headerOf(portal));
    if (viewer.id === anonymous.id) return refuse(request, reply, 401, 'UNAUTHENTICATED', 'Sign in first');
    if (viewer.actor)
      return refuse(request, reply, 403, 'READ_ONLY', 'You see the product as somebody else: nothing can be changed');
    try {
      await counted(world, viewer.id, request);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { extensions, message } = worded(error, viewer.locale ?? localeOf(request.headers['accept-language']), request.id);
      reply.header('retry-after', String(extensions?.retryAfter));
      return refuse(request, reply, 429, 'RATE_LIMITED', message, extensions);
    }
    try {
      const limits = { maxFileSize: world.config.maxUploadBytes, maxFiles: MOST_FILES, maxFieldSize: MOST_FIELD_BYTES };
      request.body = await processRequest(request.raw, reply.raw, limits).catch(sendersFault);
      const files = await arrived(uploadsIn(request.body), request.raw);
      for (const file of files) await scan(file, world);
      const keys = files.length > 0 ? await reserveKeys(itself(), files.length) : [];
      keysOf.set(request, keys);
      for (const [index, file] of files.entries()) Object.assign(file, { key: keys[index], limit: limits.maxFileSize });
    } catch (error) {
      const { status, message } = error as { status?: number; message: string };
      if (status === undefined) throw error;
      return refuse(request, reply, status, 'BAD_REQUEST', message);
    }
  });
  app.addHook('onResponse', async (request) => {
    const keys = keysOf.get(request) ?? [];
    if (keys.length > 0)
      await dropUnclaimed(itself(), keys).catch((error) => request.log.warn({ err: error }, 'files are left to the sweep'));
  });
}

/** The parser has no status for a form that breaks off or is none; what the disk says has a code. */
function sendersFault(error: Error & { status?: number; code?: string }): never {
  throw error.status || error.code ? error : Object.assign(error, { status: 400 });
}

/** Whoever reads a file that is infected, or that nobody could look at, is told so in place of its bytes. */
async function scan(file: ReceivedFile, { services: { scanner }, logger }: World): Promise<void> {
  if (!scanner) return;
  const content = file.createReadStream();
  try {
    const threat = await scanner(content);
    if (threat !== null) file.createReadStream = () => failing(new UserError('INFECTED', ['input', 'file'], { threat }));
  } catch (error) {
    if (isTooLarge(error)) return; // Its reader says so.
    logger.error({ err: error }, 'a file could not be looked at for viruses');
    file.createReadStream = () => failing(unavailable());
  } finally {
    content.destroy();
  }
}

const isMultipart = (request: FastifyRequest): boolean => /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');

/** The sender may still be talking: the answer goes out, and a moment later the line is cut. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  extensions: object = {},
): FastifyReply {
  reply.raw.once('finish', () => {
    if (!request.raw.complete) setTimeout(() => request.raw.destroy(), LINGER_MS).unref();
  });
  return reply
    .code(status)
    .header('connection', 'close')
    .send({ errors: [{ message, extensions: { ...extensions, code, requestId: request.id } }] });
}

/** By requests and by size, as far as it is told: who doesn't say how much is coming is taken to send the most. */
async function counted({ services, config }: World, viewer: string, { headers }: FastifyRequest): Promise<void> {
  const bytes = Number(headers['content-length'] ?? config.maxUploadBytes);
  await services.rateLimits.spend('upload', { viewer });
  await services.rateLimits.spend('upload-size', { viewer }, Math.max(1, Math.ceil(bytes / 1024)));
}

/** The places for files that the parser put into the operation; no input of ours is deeper than this. */
function uploadsIn(value: unknown, found = new Set<Upload>(), depth = 8): Set<Upload> {
  if (value instanceof Upload) found.add(value);
  else if (typeof value === 'object' && value !== null && depth > 0)
    for (const member of Object.values(value)) uploadsIn(member, found, depth - 1);
  return found;
}

/** A stream that tells why there is none, as soon as it is read. */
const failing = (error: Error): Readable =>
  new Readable({
    read() {
      this.destroy(error);
    },
  });

/** Waits for the files. One that is missing or too large is the operation's to tell; a line that was cut ends the request. */
async function arrived(uploads: Iterable<Upload>, request: IncomingMessage): Promise<ReceivedFile[]> {
  const received = await Promise.allSettled(
    [...uploads].map(async ({ promise }) => {
      const file = (await promise) as FileUpload & { capacitor: Writable };
      await finished(file.capacitor).catch((error) => {
        file.createReadStream = () => failing(error);
      });
      return file as unknown as ReceivedFile;
    }),
  );
  if (request.destroyed && !request.complete) throw Object.assign(new Error('The upload was cut off'), { status: 400 });
  return received.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}
