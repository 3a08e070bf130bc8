import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError, unauthenticated } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { sql } from '../../core/sql.js';
import { isLocale } from '../../core/words.js';
import { readPhone } from '../customer/identity.rules.js';
import { viewerOf } from '../session/session-answer.service.js';
import type { ViewerType } from '../session/viewer.entity.js';
import { User } from '../user/user.entity.js';
import type { UpdateProfileInput } from './account.input.js';
import './account.words.js';

export async function updateProfile(ctx: Context, input: UpdateProfileInput): Promise<void> {
  const user = await ctx.db.findOneOrFail(User, { where: { id: ctx.viewer.id }, lock: { mode: 'pessimistic_write' } });
  const change = readProfile(input);
  const changes = changesOf(user, change);
  if (Object.keys(changes).length > 0) await ctx.db.save(Object.assign(user, change));
  await audit(ctx, 'account.updateProfile', user, changes);
}

function readProfile({ name, phone, locale }: UpdateProfileInput): Partial<Pick<User, 'name' | 'phone' | 'locale'>> {
  const mistakes: UserError[] = [];
  const change: Partial<Pick<User, 'name' | 'phone' | 'locale'>> = {};
  if (name !== undefined) {
    const called = tidy(name);
    if (called) change.name = called;
    else mistakes.push(new UserError('BLANK', ['input', 'name']));
  }
  if (phone !== undefined) {
    const dialled = tidy(phone);
    change.phone = dialled && readPhone(dialled);
    if (dialled && !change.phone) mistakes.push(new UserError('INVALID_PHONE', ['input', 'phone']));
  }
  if (locale !== undefined) {
    change.locale = tidy(locale);
    if (change.locale && !isLocale(change.locale)) mistakes.push(new UserError('UNKNOWN_LOCALE', ['input', 'locale']));
  }
  refuseIfAny(mistakes);
  return change;
}

/** Their own: whoever asks for the viewer is the viewer. */
export async function phoneOf(ctx: Context, userId: string): Promise<string | null> {
  const [row] = await ctx.query<{ phone: string | null }>(sql`select phone from "user" where id = ${userId}`);
  return row?.phone ?? null;
}

/** The viewer as they are now, in this transaction. */
export async function myself(ctx: Context): Promise<ViewerType> {
  if (!ctx.viewer.sessionId) throw unauthenticated();
  return viewerOf(ctx, ctx.viewer.sessionId);
}
