import type { IncomingMessage } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import processRequest from 'graphql-upload/processRequest.mjs';
import Upload from 'graphql-upload/Upload.mjs';
import { anonymous, Context } from '../core/context.js';
import { dropUnclaimed, reserveKeys } from '../core/storage/unclaimed.js';
import type { ReceivedFile } from '../core/upload.js';
import { headerOf, requestOfProcess } from './session.http.js';
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
    try {
      const limits = { maxFileSize: world.config.maxUploadBytes, maxFiles: MOST_FILES, maxFieldSize: MOST_FIELD_BYTES };
      request.body = await processRequest(request.raw, reply.raw, limits);
      const files = await arrived(uploadsIn(request.body), request.raw);
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

const isMultipart = (request: FastifyRequest): boolean => /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');

/** The sender may still be talking: the answer goes out, and a moment later the line is cut. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  reply.raw.once('finish', () => {
    if (!request.raw.complete) setTimeout(() => request.raw.destroy(), LINGER_MS).unref();
  });
  return reply
    .code(status)
    .header('connection', 'close')
    .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
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
