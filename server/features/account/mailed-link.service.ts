import { createHash, randomBytes } from 'node:crypto';
import { audit, type Changes } from '../../core/audit.entity.js';
import { anonymous, type Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import './account.words.js';
import { LinkPurpose, LinkState, MailedLink, type MailedLinkLook } from './mailed-link.entity.js';

/** Minutes. */
const LIFE: Record<LinkPurpose, number> = {
  [LinkPurpose.RESET]: 60,
  [LinkPurpose.SIGN_IN]: 15,
  [LinkPurpose.REGISTER]: 24 * 60,
  [LinkPurpose.OLD_EMAIL]: 24 * 60,
  [LinkPurpose.NEW_EMAIL]: 24 * 60,
};
const KEPT_DAYS = 30;

interface Whose {
  userId?: string | null;
  aboutId?: string | null;
}

export const newToken = (): string => randomBytes(32).toString('base64url');

/** The token is random already, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A new link; those before it, for the same, work no more. Answers its token, which nobody can find out afterwards. */
export async function makeLink(
  ctx: Context,
  purpose: LinkPurpose,
  { userId = null, aboutId = null }: Whose,
  minutes = LIFE[purpose],
): Promise<string> {
  await replaceLinks(ctx, [purpose], userId ? { userId } : { aboutId });
  await ctx.query(sql`delete from mailed_link where created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`);
  const token = newToken();
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  await ctx.db.insert(MailedLink, { purpose, tokenHash: hashOf(token), userId, aboutId, expiresAt });
  return token;
}

/** Links of these purposes work no more. */
export async function replaceLinks(ctx: Context, purposes: LinkPurpose[], { userId, aboutId }: Whose): Promise<void> {
  const whose = userId ? sql`user_id = ${userId}` : sql`about_id = ${aboutId}`;
  await ctx.query(sql`
    update mailed_link set replaced_at = now()
    where purpose = any (${purposes}::text[]) and ${whose} and used_at is null and replaced_at is null`);
}

/** Uses a link up; of any number at once one succeeds. A mutation that fails afterwards leaves it open. */
export async function consumeLink(ctx: Context, purposes: LinkPurpose[], token: string): Promise<MailedLink> {
  const [used] = await ctx.query<{ id: string }>(sql`
    update mailed_link set used_at = now()
    where token_hash = ${hashOf(token)} and purpose = any (${purposes}::text[])
      and used_at is null and replaced_at is null and expires_at > now() returning id`);
  if (used) return ctx.db.findOneByOrFail(MailedLink, { id: used.id });
  throw brokenLink(stateOf(await linkBy(ctx, purposes, token)));
}

/** The link as it is, used or not; null where none was mailed. */
export const linkBy = async (ctx: Context, purposes: LinkPurpose[], token: string): Promise<MailedLink | null> => {
  const link = await ctx.db.findOneBy(MailedLink, { tokenHash: hashOf(token) });
  return link && purposes.includes(link.purpose) ? link : null;
};

export const brokenLink = (state: LinkState): UserError => new UserError(`LINK_${state}`, ['input', 'token']);

export function stateOf(link: MailedLink | null): LinkState {
  if (!link) return LinkState.UNKNOWN;
  if (link.usedAt) return LinkState.USED;
  if (link.replacedAt) return LinkState.REPLACED;
  return link.expiresAt > new Date() ? LinkState.OPEN : LinkState.EXPIRED;
}

export async function lookAtLink(ctx: Context, token: string): Promise<MailedLinkLook> {
  const link = await ctx.db.findOneBy(MailedLink, { tokenHash: hashOf(token) });
  return { state: stateOf(link), purpose: link?.purpose ?? null };
}

/** Whoever holds somebody's link acts as them, though the request itself is nobody's. */
export const actingAs = (ctx: Context, userId: string): Context =>
  ctx.viewer.id === userId ? ctx : ctx.as({ ...anonymous, id: userId, role: ctx.viewer.role });

export async function auditBy(
  ctx: Context,
  userId: string,
  action: string,
  subject: { id: string },
  changes: Changes | null = null,
): Promise<void> {
  await audit(actingAs(ctx, userId), action, subject, changes);
  ctx.audited = true;
}
