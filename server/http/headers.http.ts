import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** For whatever is no page: nothing in it may run, and nobody may frame it. */
const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What every answer says, whichever way it is made; a route may say otherwise of itself. */
const headersFor = (secure: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'content-security-policy': NOTHING_RUNS,
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

/** Put on each answer before anybody sees its request, so that those which no route makes have them too. */
export function harden(app: FastifyInstance, secure: boolean): void {
  const headers = Object.entries(headersFor(secure));
  app.server.prependListener('request', (_request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('x-request-id', request.id);
  });
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** An answer to what is not a request that anybody could route: bytes that are no HTTP, a socket that is not opened here. */
export function endRaw(socket: Writable, status: number, secure: boolean): void {
  const lines = Object.entries({ ...headersFor(secure), connection: 'close', 'content-length': '0' });
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}

const STATUS_OF: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

export function answerNoHttp(secure: boolean): (error: { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) socket.destroy();
    else endRaw(socket, STATUS_OF[error.code ?? ''] ?? 400, secure);
  };
}

/** A refusal in the form of a GraphQL answer, which is what all of ours who ask can read. */
export const refusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message, ...more }: { status: number; code: string; message: string; [extension: string]: unknown },
): FastifyReply =>
  // Whoever began to answer may have said that it keeps.
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-security-policy', NOTHING_RUNS)
    .send({ errors: [{ message, extensions: { ...more, code, requestId: request.id } }] });
