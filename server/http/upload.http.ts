import type { FastifyInstance } from 'fastify';
import processRequest from 'graphql-upload/processRequest.mjs';
import { anonymous } from '../core/context.js';
import { headerOf } from './session.http.js';
import type { World } from './world.js';

const MOST_FILES = 20;
const MOST_FIELD_BYTES = 1_000_000;

/** Multipart requests are parsed only for somebody signed in who sent the preflight header: before that no byte is read. */
export function receiveUploads(app: FastifyInstance, { viewers, config }: World): void {
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  app.addHook('preValidation', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql' || !request.headers['content-type']?.startsWith('multipart/form-data')) return;
    const refuse = (status: number, code: string, message: string) =>
      reply
        .code(status)
        .header('connection', 'close')
        .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
    if (!headerOf(request.headers['apollo-require-preflight']))
      return refuse(400, 'BAD_REQUEST', 'Uploads need the header apollo-require-preflight');
    const viewer = await viewers.byAuthorization(
      headerOf(request.headers.authorization),
      headerOf(request.headers['x-prisme-portal']),
    );
    if (viewer.id === anonymous.id) return refuse(401, 'UNAUTHENTICATED', 'Sign in first');
    try {
      request.body = await processRequest(request.raw, reply.raw, {
        maxFileSize: config.maxUploadBytes,
        maxFiles: MOST_FILES,
        maxFieldSize: MOST_FIELD_BYTES,
      });
    } catch (error) {
      const { status = 400, message } = error as { status?: number; message: string };
      return refuse(status, 'BAD_REQUEST', message);
    }
  });
}
