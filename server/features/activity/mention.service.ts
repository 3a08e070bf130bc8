import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { load } from '../../core/loader.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { userById } from '../user/user.relations.js';
import type { Activity } from './activity.entity.js';
import { isToBeNamed } from './activity.relations.js';
import { mentionedIn, named } from './mention.rules.js';

/** The text as it is shown, mentions by name. */
export function withNames(ctx: Context, { mentions }: Activity, text: string): string | Promise<string> {
  return mentions.length === 0 ? text : readNames(ctx, mentions, text);
}

async function readNames(ctx: Context, mentions: readonly string[], text: string): Promise<string> {
  const people = await Promise.all(mentions.map((id) => load(ctx, userById, id)));
  const names = new Map(people.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
  return named(text, names, say('MENTIONED_SOMEBODY', ctx.locale));
}

/** Whom the texts name; a mistake at the text when somebody among them doesn't see the customer's timeline. */
export async function checkMentions(
  ctx: Context,
  customerId: string,
  texts: { title: string | null; body: string | null },
): Promise<{ mentions: string[]; mistakes: UserError[] }> {
  const mentions = mentionedIn(texts.title, texts.body);
  if (mentions.length === 0) return { mentions, mistakes: [] };
  const known = await ctx.query(sql`
    select from "user" it where it.id::text = any(${mentions}::text[]) and ${isToBeNamed(sql`it`, sql`${customerId}::uuid`)}`);
  const wrong = known.length < mentions.length;
  return { mentions, mistakes: wrong ? [new UserError('UNKNOWN_MENTION', ['input', 'body'])] : [] };
}
