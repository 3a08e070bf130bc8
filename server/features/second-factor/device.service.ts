import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { asHolder, asPerson } from '../../core/database/row-security.js';
import { notFound } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { hashToken, newRefreshToken } from '../session/token.service.js';
import { Device } from './device.entity.js';

const REMEMBERED_DAYS = 30;

/** The browser at hand, where this person has signed in with it before. */
export async function deviceAtHand(ctx: Context, userId: string): Promise<Device | null> {
  const { deviceToken } = ctx.request;
  if (!deviceToken) return null;
  await asPerson(ctx, userId);
  return ctx.db.findOneBy(Device, { userId, hash: hashToken(deviceToken) });
}

export const isRemembered = (device: Device | null): boolean => !!device?.rememberedUntil && device.rememberedUntil > new Date();

/**
 * Knows this browser again from now on. To be spared the second factor it gets a new token: one that somebody else had put there,
 * to have it remembered, is worth nothing then.
 */
export async function keepDevice(ctx: Context, userId: string, remember: boolean): Promise<Device> {
  const known = ctx.request.deviceToken;
  const isNew = remember || !known;
  const token = isNew ? newRefreshToken() : known;
  const hash = hashToken(token);
  // Others who use this browser are known by the same cookie.
  if (known && isNew) {
    await asHolder(ctx, hashToken(known), hash);
    await ctx.query(sql`update device set hash = ${hash} where hash = ${hashToken(known)}`);
  }
  await asPerson(ctx, userId);
  const [{ id }] = await ctx.query<{ id: string }>(sql`
    insert into device (user_id, hash, user_agent) values (${userId}, ${hash}, ${ctx.request.userAgent?.slice(0, 500) ?? null})
    on conflict (user_id, hash) do update set last_used_at = now(), user_agent = excluded.user_agent returning id`);
  const device = await ctx.db.findOneByOrFail(Device, { id });
  if (remember) {
    await ctx.query(sql`
      update device set remembered_until = now() + make_interval(days => ${REMEMBERED_DAYS}) where id = ${id}`);
    await audit(ctx, 'device.remember', device);
  }
  ctx.onCommit(() => ctx.request.setDeviceToken(token));
  return device;
}

/** The second factor is asked for there again. */
export async function forgetDevice(ctx: Context, id: string): Promise<void> {
  await asPerson(ctx, ctx.viewer.id);
  const device = await lockVisible(ctx, Device, id);
  if (!device) throw notFound();
  await ctx.query(sql`update device set remembered_until = null where id = ${device.id}`);
  await audit(ctx, 'device.forget', device);
}
