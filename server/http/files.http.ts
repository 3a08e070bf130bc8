import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditRead } from '../core/audit.entity.js';
import { anonymous, Context, type Viewer } from '../core/context.js';
import { isDatabaseAway } from '../core/errors.js';
import { FileMissing, type Part } from '../core/storage/storage.js';
import { localeOf } from '../core/words.js';
import { auditCsv } from '../features/audit/audit-export.service.js';
import { archiveFile, noteCollected } from '../features/data-archive/data-archive.service.js';
import { takeShared } from '../features/document/document-share.service.js';
import { isRedrawn, isShownAsItIs, redraw, type StoredFile, storedFile } from '../features/document/stored-file.service.js';
import { exportedFile } from '../features/export/export-file.service.js';
import { refusalsCsv } from '../features/import/refusal-report.service.js';
import { headerOf, requestOfProcess } from './session.http.js';
import type { World } from './world.js';

const MINUTES = 10;
const STEP_SECONDS = 300;

/**
 * An address of a file that works for ten to fifteen minutes, for whoever has it; the same one for a while, so that browsers keep the
 * file. It says to whom it was given: that is who gets it, as far as anybody can tell.
 */
export function signedUrl(secret: string, path: string, name: string, by: string): string {
  const expires = Math.ceil((Date.now() / 1000 + MINUTES * 60) / STEP_SECONDS) * STEP_SECONDS;
  const query = new URLSearchParams({ by, expires: String(expires), signature: signatureOf(secret, path, by, expires) });
  return `/files/${path}/${encodeURIComponent(name.toWellFormed())}?${query}`;
}

const signatureOf = (secret: string, path: string, by: string, expires: number): string =>
  createHmac('sha256', secret).update(`file\n${path}\n${by}\n${expires}`).digest('base64url');

/** The address was made by us, for this path and this person, and still holds. */
export function isSigned(secret: string, path: string, { by, expires, signature }: Signed): boolean {
  const until = Number(expires);
  if (!Number.isInteger(until) || until < Date.now() / 1000 || typeof signature !== 'string' || typeof by !== 'string')
    return false;
  const right = Buffer.from(signatureOf(secret, path, by, until));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given);
}

/** Whom the address was given to, and as whom they were looking. */
function holderOf(by: string): Viewer {
  const [id, role, asUserId] = by.split('.');
  if (!asUserId) return { ...anonymous, id, role };
  return { ...anonymous, id: asUserId, actor: { id, role, name: '', until: new Date() } };
}

type Signed = { by?: string; expires?: string; signature?: string };
type Asked = { Params: { '*': string }; Querystring: Signed };

/**
 * GET /files/documents/<version>/<name> saves a file, GET /files/previews/<version>/<name> shows it, GET /files/shares/<share>/<name>
 * saves what a link gives: by signed addresses only.
 * The name in the address is for people; the one a browser saves under is ours.
 */
export function serveFiles(app: FastifyInstance, world: World): void {
  app.get<Asked>('/files/*', async (request, reply) => {
    const [kind, versionId] = request.params['*'].split('/');
    if (!isSigned(world.config.secret, `${kind}/${versionId}`, request.query)) return refuse(reply, 403, 'FORBIDDEN');
    reply.header('cache-control', 'private, max-age=300').header('cross-origin-resource-policy', 'same-origin');
    try {
      const from = {
        ...requestOfProcess(request.id),
        ip: request.ip,
        userAgent: headerOf(request.headers['user-agent']) ?? null,
      };
      const ctx = new Context(world.database.manager, holderOf(request.query.by ?? ''), from, world.services);
      if (kind === 'shares') {
        const shared = request.method === 'GET' ? await takeShared(ctx, versionId) : null;
        reply
          .header('cache-control', 'no-store')
          .header('x-robots-tag', 'noindex, nofollow')
          .header('referrer-policy', 'no-referrer');
        return shared ? await sendWhole(reply, world, shared) : refuse(reply, 404, 'NOT_FOUND');
      }
      if (kind === 'imports') {
        const table = await refusalsCsv(ctx, versionId, localeOf(request.headers['accept-language']));
        if (!table) return refuse(reply, 404, 'NOT_FOUND');
        auditRead(ctx, 'import.report', { type: 'ImportRun', id: versionId });
        return reply
          .header('content-disposition', disposition('attachment', 'refused.csv'))
          .type('text/csv; charset=utf-8')
          .send(table);
      }
      if (kind === 'audit') {
        const viewer = await world.viewers.byUser(ctx.viewer.id, 'superadmin');
        const table = await auditCsv(new Context(ctx.db, viewer, from, world.services), versionId);
        if (!table) return refuse(reply, 404, 'NOT_FOUND');
        auditRead(ctx, 'audit.download', { type: 'AuditExport', id: versionId });
        return reply
          .header('content-disposition', disposition('attachment', 'audit.csv'))
          .header('cache-control', 'no-store')
          .type('text/csv; charset=utf-8')
          .send(table);
      }
      if (kind === 'exports') {
        const viewer = await world.viewers.byUser(ctx.viewer.id, undefined);
        const holder = { ...viewer, actor: ctx.viewer.actor };
        const file = await exportedFile(new Context(ctx.db, holder, from, world.services), versionId);
        if (!file) return refuse(reply, 404, 'NOT_FOUND');
        auditRead(ctx, 'export.download', { type: 'ExportRun', id: versionId });
        return await send(request, reply.header('cache-control', 'no-store'), world, file, 'attachment');
      }
      if (kind === 'archives') {
        const file = await archiveOf(ctx, world, versionId);
        if (!file) return refuse(reply, 404, 'NOT_FOUND');
        auditRead(ctx, 'dataArchive.download', { type: 'DataArchive', id: versionId });
        if (request.method === 'GET') await noteCollected(ctx, versionId);
        return await send(request, reply.header('cache-control', 'no-store'), world, file, 'attachment');
      }
      const file = await storedFile(ctx, versionId);
      if (!file) return refuse(reply, 404, 'NOT_FOUND');
      auditRead(ctx, kind === 'documents' ? 'document.download' : 'document.preview', { type: 'Document', id: file.documentId });
      if (kind === 'documents') return await send(request, reply, world, file, 'attachment');
      if (kind === 'previews' && isShownAsItIs(file)) return await send(request, reply, world, file, 'inline');
      if (kind === 'previews' && isRedrawn(file)) return await show(request, reply, world, file);
      return refuse(reply, 404, 'NOT_FOUND');
    } catch (error) {
      if (error instanceof FileMissing) request.log.error({ err: error }, 'a file is missing from the storage');
      if (error instanceof FileMissing) return refuse(reply, 404, 'NOT_FOUND');
      if (isDatabaseAway(error)) return refuse(reply.header('retry-after', '5'), 503, 'SERVICE_UNAVAILABLE');
      throw error;
    }
  });
}

/** One address for who answers and for whoever asked: their highest role is tried, and then that of a client. */
async function archiveOf(ctx: Context, world: World, id: string): ReturnType<typeof archiveFile> {
  if (ctx.viewer.id === anonymous.id) return archiveFile(ctx, id);
  for (const portal of [undefined, 'client']) {
    const viewer = await world.viewers.byUser(ctx.viewer.id, portal);
    const file = viewer.id === ctx.viewer.id && (await archiveFile(ctx.as({ ...viewer, actor: ctx.viewer.actor }), id));
    if (file) return file;
  }
  return null;
}

const refuse = (reply: FastifyReply, status: number, code: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(code);

/** A browser's own PDF viewer doesn't run in a sandbox; everything else is in one. */
const policyFor = (mime: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${mime === 'application/pdf' ? '' : '; sandbox'}`;

const disposition = (how: 'attachment' | 'inline', name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
};

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { services }: World,
  file: Omit<StoredFile, 'documentId'>,
  how: 'attachment' | 'inline',
) {
  const tag = `"${file.sha256}"`;
  reply
    .header('etag', tag)
    .header('accept-ranges', 'bytes')
    .header('content-disposition', disposition(how, file.name))
    .header('content-security-policy', policyFor(file.mime));
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const part = partAsked(request, tag, file.size);
  if (part === 'beyond') return refuse(reply.header('content-range', `bytes */${file.size}`), 416, 'RANGE_NOT_SATISFIABLE');
  if (part) reply.code(206).header('content-range', `bytes ${part.first}-${part.last}/${file.size}`);
  reply.type(/^text\/|json$/.test(file.mime) ? `${file.mime}; charset=utf-8` : file.mime);
  reply.header('content-length', part ? part.last - part.first + 1 : file.size);
  if (request.method === 'HEAD') return reply.send('');
  return reply.send(await services.storage.get(file.key, part ?? undefined));
}

/** What is counted comes in one piece. */
async function sendWhole(reply: FastifyReply, { services }: World, file: StoredFile) {
  const bytes = await services.storage.get(file.key);
  return reply
    .header('content-disposition', disposition('attachment', file.name))
    .header('content-security-policy', policyFor(file.mime))
    .header('content-length', file.size)
    .type(file.mime)
    .send(bytes);
}

/** One range, as readers of long PDFs ask; several at once are answered whole. */
function partAsked({ headers }: FastifyRequest, tag: string, size: number): Part | 'beyond' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '') || (headers['if-range'] ?? tag) !== tag) return null;
  const first = asked[1] === '' ? Math.max(0, size - Number(asked[2])) : Number(asked[1]);
  const last = asked[1] === '' || asked[2] === '' ? size - 1 : Math.min(Number(asked[2]), size - 1);
  return first > last ? 'beyond' : { first, last };
}

async function show(request: FastifyRequest, reply: FastifyReply, { services }: World, file: StoredFile) {
  const tag = `"${file.sha256}-webp"`;
  reply
    .header('etag', tag)
    .header('content-disposition', disposition('inline', `${file.name}.webp`))
    .header('content-security-policy', policyFor('image/webp'));
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const picture = await redraw(await services.storage.get(file.key)).catch((error) => {
    if (error instanceof FileMissing) throw error;
    return null; // Half a picture, or one that unfolds into too much.
  });
  return picture ? reply.type('image/webp').send(picture) : refuse(reply, 404, 'NOT_FOUND');
}
