import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { orTaken } from '../../core/mutation.js';
import { lockActing, lockManaged } from './acting.service.js';
import { readEmail, readPhone } from './contact.rules.js';
import { User } from './user.entity.js';
import type { CreateUserInput, UserFields } from './user.input.js';
import { giveRoles, rolesToGive } from './user-role.service.js';
import './user.words.js';

/** Who hears of `user.create` writes to them, so that they choose a password. */
export async function createUser(ctx: Context, { roleKeys, ...input }: CreateUserInput): Promise<User> {
  await lockActing(ctx);
  const fields = checked(input);
  const roles = await rolesToGive(ctx, roleKeys);
  const user = await saved(ctx, ctx.db.create(User, fields));
  await giveRoles(ctx, user.id, roles);
  await audit(ctx, 'user.create', user, { ...changesOf({} as User, fields), roleKeys: [[], roles.map(({ key }) => key)] });
  return user;
}

export async function updateUser(ctx: Context, id: string, input: UserFields): Promise<User> {
  const user = await lockManaged(ctx, id, 'update');
  const fields = checked(input);
  const changes = changesOf(user, fields);
  await saved(ctx, Object.assign(user, fields));
  await audit(ctx, 'user.update', user, changes);
  return user;
}

const saved = (ctx: Context, user: User): Promise<User> =>
  orTaken(ctx.db.save(user), 'user_email_key', ['input', 'email'], 'EMAIL_TAKEN');

/** What was typed, as it is kept; every mistake at once. */
function checked({ name, email, phone, locale }: UserFields): Partial<User> {
  const mistakes: UserError[] = [];
  const fields: Partial<User> = { locale };
  const refuse = (code: string, field: string) => mistakes.push(new UserError(code, ['input', field]));
  if (name !== undefined) fields.name = tidy(name) ?? undefined;
  if (name !== undefined && !fields.name) refuse('BLANK', 'name');
  if (email !== undefined) fields.email = readEmail(tidy(email) ?? '') ?? undefined;
  if (email !== undefined && !fields.email) refuse(tidy(email) ? 'INVALID_EMAIL' : 'BLANK', 'email');
  const typed = tidy(phone);
  if (phone !== undefined) fields.phone = typed && readPhone(typed);
  if (typed && !fields.phone) refuse('INVALID_PHONE', 'phone');
  refuseIfAny(mistakes);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
