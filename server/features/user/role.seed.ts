import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { builtInRoles } from './role.permissions.js';

/** The seven roles, where they are not there yet. What a superadmin made of them stays. */
export async function seedRoles(ctx: Pick<Context, 'query'>): Promise<void> {
  for (const { key, name, reach, rank, permissions } of builtInRoles)
    await ctx.query(sql`
      insert into role (key, name, reach, rank, permissions, built_in) values (${key}, ${name}, ${reach}, ${rank}, ${permissions}::text[], true)
      on conflict (key) do nothing`);
}
