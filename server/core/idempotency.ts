import type { Context } from './context.js';
import { UserError } from './errors.js';
import { sql } from './sql.js';
import { defineWords } from './words.js';

defineWords({
  KEY_REUSED: {
    fr: 'Cette clé a déjà servi à une autre demande.',
    en: 'This key was already used for another request.',
  },
});

/**
 * Does it once a key: the same person sending the same key again gets what the first call made. The key's row is written in
 * the mutation's own transaction, so a second call at the same moment waits for the first, and a rollback frees the key.
 */
export async function once<T extends { id: string }>(
  ctx: Context,
  { operation, key, input }: { operation: string; key: string | null | undefined; input: object },
  make: () => Promise<T>,
  find: (id: string) => Promise<T | null>,
): Promise<T> {
  if (key == null) return make();
  const asked = JSON.stringify(input);
  const [mine] = await ctx.query<{ key: string }>(sql`
    insert into idempotency_key (user_id, operation, key, asked) values (${ctx.viewer.id}, ${operation}, ${key}, md5(${asked}))
    on conflict do nothing returning key`);
  if (mine) {
    const made = await make();
    await ctx.query(sql`
      update idempotency_key set result_id = ${made.id}
      where user_id = ${ctx.viewer.id} and operation = ${operation} and key = ${key}`);
    return made;
  }
  const [{ result_id, same }] = await ctx.query<{ result_id: string; same: boolean }>(sql`
    select result_id, asked = md5(${asked}) as same from idempotency_key
    where user_id = ${ctx.viewer.id} and operation = ${operation} and key = ${key}`);
  const made = same ? await find(result_id) : null;
  if (!made) throw new UserError('KEY_REUSED', ['input', 'idempotencyKey']);
  ctx.audited = true; // What it did was audited the first time.
  return made;
}
