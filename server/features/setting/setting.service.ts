import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { defaultSettings, Setting, type Settings } from './setting.entity.js';
import type { UpdateSettingsInput } from './setting.input.js';

/** What holds now. A row that no setting knows any more is left aside. */
export async function settingsOf(ctx: Pick<Context, 'query'>): Promise<Settings> {
  const rows = await ctx.query<{ key: string; value: unknown }>(sql`select key, value from setting`);
  const set = rows.filter(({ key }) => key in defaultSettings).map(({ key, value }) => [key, value] as const);
  return { ...defaultSettings, ...Object.fromEntries(set) };
}

export async function updateSettings(ctx: Context, input: UpdateSettingsInput): Promise<Settings> {
  const wanted = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as Partial<Settings>;
  const changes = changesOf(await settingsOf(ctx), wanted);
  for (const [key, change] of Object.entries(changes)) {
    const [{ id }] = await ctx.query<{ id: string }>(sql`
      insert into setting (key, value) values (${key}, ${JSON.stringify(change[1])}::jsonb)
      on conflict (key) do update set value = excluded.value, updated_at = now() returning id`);
    await audit(ctx, 'setting.update', ctx.db.create(Setting, { id }), { [key]: change });
  }
  ctx.audited = true; // Set to what it was: nothing happened.
  return settingsOf(ctx);
}
