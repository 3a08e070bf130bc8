import { isUUID } from 'class-validator';
import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import { defineAbout } from '../../core/audit-row.js';
import { anonymous, type Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { load } from '../../core/loader.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { DEFAULT_LOCALE, isLocale, say } from '../../core/words.js';
import { hashOf, newToken } from '../account/mailed-link.service.js';
import { DataSubjectRequest } from '../data-subject-request/data-subject-request.entity.js';
import { completeDataSubjectRequest } from '../data-subject-request/request-answer.service.js';
import { User } from '../user/user.entity.js';
import './archive-section.words.js';
import { DataArchive, type DataArchiveHere, DataArchiveStatus } from './data-archive.entity.js';
import type { DeliverDataArchiveInput, PrepareDataArchiveInput } from './data-archive.input.js';
import { dataArchiveById } from './data-archive.relations.js';

defineAbout('DataArchive', (id) => sql`select customer_id from data_archive it where it.id = ${id}`);

/** How long the person has to fetch it. */
const FETCHED_DAYS = 14;

export async function prepareDataArchive(ctx: Context, { requestId, locale }: PrepareDataArchiveInput): Promise<DataArchive> {
  const request = await lockVisible(ctx, DataSubjectRequest, requestId);
  authorize(ctx, 'prepareArchive', request);
  if (await ctx.db.existsBy(DataArchive, { requestId: request.id, status: DataArchiveStatus.QUEUED }))
    throw new UserError('ARCHIVE_QUEUED', ['input', 'requestId']);
  const user = request.userId ? await ctx.db.findOneBy(User, { id: request.userId }) : null;
  const { id } = await ctx.db.save(
    ctx.db.create(DataArchive, {
      requestId: request.id,
      customerId: request.customerId!,
      userId: request.userId,
      createdById: ctx.viewer.id,
      locale: locale ?? (isLocale(user?.locale) ? user.locale : DEFAULT_LOCALE),
    }),
  );
  const archive = await ctx.db.findOneByOrFail(DataArchive, { id });
  await audit(ctx, 'dataArchive.prepare', archive, { request: [null, request.reference] });
  return archive;
}

/**
 * The person gets it and their answer, and the request is closed. Whoever has an account fetches it there, signed in; whoever has none
 * by a link that is mailed to them. Who asked by letter gets it from whoever answers.
 */
export async function deliverDataArchive(ctx: Context, { id, answer }: DeliverDataArchiveInput) {
  const archive = await lockVisible(ctx, DataArchive, id);
  authorize(ctx, 'deliver', archive);
  const asked = await lockVisible(ctx, DataSubjectRequest, archive.requestId);
  const mailed = !archive.userId && asked?.contact?.includes('@');
  const token = mailed ? newToken() : null;
  await ctx.query(sql`
    update data_archive set delivered_at = now(), expires_at = now() + make_interval(days => ${FETCHED_DAYS}::int),
      token_hash = ${token && hashOf(token)} where id = ${id}`);
  const { origin } = ctx.services;
  const url = token ? `${origin}/my-data#${token}` : archive.userId ? `${origin}/client/account?tab=rights` : undefined;
  const request = await completeDataSubjectRequest(ctx, archive.requestId, answer, { url, secret: token !== null });
  const delivered = await ctx.db.findOneByOrFail(DataArchive, { id });
  await audit(ctx, 'dataArchive.deliver', delivered, {
    deliveredAt: [null, delivered.deliveredAt],
    byLink: [null, token !== null],
  });
  return { archive: delivered, request };
}

const path = (id: string): string => `archives/${id}`;
const fileNameOf = ({ locale, createdAt }: DataArchive): string =>
  `${say('ARCHIVE_FILE', locale)}-${new Date(createdAt).toISOString().slice(0, 10)}.zip`;

const isThere = ({ status, expiresAt }: DataArchive): boolean =>
  status === DataArchiveStatus.READY && expiresAt !== null && expiresAt > new Date();

/** For whoever sees it, as themselves: nobody fetches somebody's data through their eyes. */
export const downloadUrlOf = (ctx: Context, archive: DataArchive): string | null =>
  isThere(archive) && ctx.viewer.actor === null ? ctx.signedUrl(path(archive.id), fileNameOf(archive)) : null;

const bearing = async (ctx: Context, token: string): Promise<DataArchive | null> => {
  const archive = await ctx.db.findOneBy(DataArchive, { tokenHash: hashOf(token) });
  return archive && isThere(archive) ? archive : null;
};

/** For the page behind a mailed link; null where it gives nothing, whyever. */
export async function lookAtArchive(ctx: Context, token: string): Promise<DataArchiveHere | null> {
  const archive = await bearing(ctx, token);
  if (!archive) return null;
  const [{ reference }] = await ctx.query<{ reference: string }>(
    sql`select reference from data_subject_request where id = ${archive.requestId}`,
  );
  return { reference, size: archive.size ?? 0, expiresAt: archive.expiresAt! };
}

export async function openArchive(ctx: Context, token: string): Promise<string> {
  const archive = await bearing(ctx, token);
  if (!archive) throw new UserError('ARCHIVE_LINK_OVER', ['input', 'token']);
  await audit(ctx, 'dataArchive.open', archive);
  return ctx.signedUrl(path(archive.id), fileNameOf(archive));
}

/** Whoever came by the mailed link did not sign in. */
const isNobody = ({ viewer }: Context): boolean => viewer.id === anonymous.id;

/** The file for whoever may have it now: who sees it, or who came by the mailed link. */
export async function archiveFile(ctx: Context, id: string) {
  if (!isUUID(id)) return null;
  const byLink = isNobody(ctx);
  const archive = byLink ? await ctx.db.findOneBy(DataArchive, { id }) : await load(ctx, dataArchiveById, id);
  if (!archive || !isThere(archive) || ctx.viewer.actor || (byLink && !archive.tokenHash)) return null;
  const { storage_key: key, sha256 } = (
    await ctx.query<{ storage_key: string; sha256: string }>(sql`select storage_key, sha256 from data_archive where id = ${id}`)
  )[0];
  return { key, sha256, name: fileNameOf(archive), mime: 'application/zip', size: archive.size ?? 0 };
}

/** It reached the person: by the link, or as whoever asked. */
export const noteCollected = (ctx: Context, id: string): Promise<unknown> =>
  ctx.query(sql`
    update data_archive set collected_at = now() where id = ${id} and collected_at is null and delivered_at is not null
      and (${isNobody(ctx)} or user_id = ${ctx.viewer.id})`);
