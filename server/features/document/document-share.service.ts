import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import { audit, auditRead, auditRefusal } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { hashOf, newToken } from '../account/mailed-link.service.js';
import { PASSWORD_LENGTH } from '../session/password.rules.js';
import { hashPassword, isPassword } from '../session/password.service.js';
import { viewerOf } from '../session/viewer.service.js';
import { Document } from './document.entity.js';
import { DocumentShare, DocumentShareState, type SharedDocument } from './document-share.entity.js';
import type { OpenDocumentShareInput, ShareDocumentInput } from './document-share.input.js';
import { LONGEST_SHARE, stateOf } from './document-share.rules.js';
import './document-share.words.js';
import { sharePath } from './file-address.rules.js';
import { type StoredFile, storedFile } from './stored-file.service.js';

const mistake = (code: string, field: string, params = {}) => new UserError(code, ['input', field], params);

/** The link is answered once, here; what is kept can't open it. */
export async function shareDocument(ctx: Context, input: ShareDocumentInput): Promise<{ share: DocumentShare; url: string }> {
  const document = await lockVisible(ctx, Document, input.documentId);
  authorize(ctx, 'share', document);
  const { expiresAt, mostDownloads = null } = input;
  const password = input.password || null;
  const latest = Date.now() + LONGEST_SHARE * 86_400_000;
  refuseIfAny([
    ...(expiresAt.getTime() > Date.now() && expiresAt.getTime() <= latest ? [] : [mistake('SHARE_TOO_LONG', 'expiresAt')]),
    ...(password && [...password].length < PASSWORD_LENGTH.min
      ? [mistake('TOO_SHORT', 'password', { min: PASSWORD_LENGTH.min })]
      : []),
  ]);
  const token = newToken();
  const share = await ctx.db.save(
    ctx.db.create(DocumentShare, {
      documentId: document.id,
      createdById: ctx.viewer.id,
      recipient: tidy(input.recipient),
      mostDownloads,
      expiresAt,
      tokenHash: hashOf(token),
      passwordHash: password && (await hashPassword(password)),
    }),
  );
  await audit(ctx, 'documentShare.create', share, {
    document: [null, document.name],
    recipient: [null, share.recipient],
    expiresAt: [null, expiresAt],
    mostDownloads: [null, mostDownloads],
    hasPassword: [null, password !== null],
  });
  return { share, url: `${ctx.services.origin}/share#${token}` };
}

export async function revokeDocumentShare(ctx: Context, id: string): Promise<DocumentShare> {
  const share = await lockVisible(ctx, DocumentShare, id);
  authorize(ctx, 'revoke', share);
  share.revokedAt = new Date();
  await ctx.db.save(share);
  await audit(ctx, 'documentShare.revoke', share);
  return share;
}

const bearing = (ctx: Context, token: string): Promise<DocumentShare | null> =>
  ctx.db.findOneBy(DocumentShare, { tokenHash: hashOf(token) });

interface Given {
  name: string;
  size: number;
  mime: string;
  versionId: string;
  sharedBy: string;
}

/** What the link gives: nothing once it is over, nor when whoever made it may not share the document any more. */
async function givenBy(ctx: Context, share: DocumentShare | null): Promise<Given | null> {
  if (!share || stateOf(share) !== DocumentShareState.OPEN) return null;
  const sharer = await viewerOf(ctx, share.createdById);
  if (!sharer.permissions.has('document.share')) return null;
  const [document] = await ctx.query<Given>(sql`
    select it.name, it.size::float8 as size, it.mime, it.version_id as "versionId", ${sharer.name} as "sharedBy"
    from document it where it.id = ${share.documentId} and ${visible(sharer, Document, sql`it`)}`);
  return document ?? null;
}

/** For the page behind the link; null where it gives nothing, whyever. */
export async function lookAtShare(ctx: Context, token: string): Promise<SharedDocument | null> {
  const share = await bearing(ctx, token);
  const given = await givenBy(ctx, share);
  if (!share || !given) return null;
  auditRead(ctx, 'documentShare.look', { type: 'DocumentShare', id: share.id });
  const { name, size, mime, sharedBy } = given;
  return {
    name,
    size,
    mime,
    sharedBy,
    expiresAt: share.expiresAt,
    hasPassword: share.passwordHash !== null,
    downloadsLeft: share.mostDownloads && share.mostDownloads - share.downloads,
  };
}

/** Of whom tries are counted: a link without a password has nothing to try. */
export async function triedShare(ctx: Context, token: string): Promise<string | null> {
  const share = await bearing(ctx, token);
  return share?.passwordHash ? share.id : null;
}

/** An address to download from, for whoever has the link and its password. */
export async function openShare(ctx: Context, { token, password }: OpenDocumentShareInput): Promise<string> {
  const share = await bearing(ctx, token);
  const given = await givenBy(ctx, share);
  if (!share || !given) throw mistake('SHARE_OVER', 'token');
  if (share.passwordHash && !(await isPassword(password ?? '', share.passwordHash))) {
    auditRefusal(ctx, 'openDocumentShare', 'SHARE_WRONG_PASSWORD', { type: 'DocumentShare', id: share.id });
    throw mistake('SHARE_WRONG_PASSWORD', 'password');
  }
  await ctx.query(sql`update document_share set last_used_at = now() where id = ${share.id}`);
  await audit(ctx, 'documentShare.open', share);
  return ctx.signedUrl(sharePath(share.id), given.name);
}

/** The file, once more: of any number at once no more get it than may. Null where the link is over by now. */
export async function takeShared(ctx: Context, id: string): Promise<StoredFile | null> {
  if (!isUUID(id)) return null;
  return ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    await inside.query(sql`select from document_share where id = ${id} for update`);
    const share = await inside.db.findOneBy(DocumentShare, { id });
    const given = await givenBy(inside, share);
    const file = given && (await storedFile(inside, given.versionId));
    if (!share || !file) return null;
    await inside.query(sql`update document_share set downloads = downloads + 1, last_used_at = now() where id = ${id}`);
    await audit(inside, 'documentShare.download', share, { downloads: [share.downloads, share.downloads + 1] });
    return { ...file, name: given.name };
  });
}
