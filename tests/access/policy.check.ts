import { visible } from '../../server/core/access.js';
import { sql } from '../../server/core/sql.js';
import { tableOf } from '../../server/core/table.js';
import { viewerIn } from '../../server/features/session/viewer.service.js';
import type { World } from './access.world.js';
import { seen, type TypeName } from './seen.table.js';

/** A policy by itself, behind whatever path: the rows of the table that it lets each viewer see. */
export async function wrongInPolicy({ server, people, A, B, roles }: World, type: TypeName): Promise<string[]> {
  const { entity, all, by } = seen[type];
  const wrong: string[] = [];
  for (const role of roles) {
    const person = await server.product.people.byUser(people[role]?.id ?? '');
    if (!person) throw new Error(`${role} is nobody`);
    const viewer = viewerIn(person, undefined);
    const { text, values } = sql`
      select it.id from ${tableOf(entity).sql} it where ${visible(viewer, entity, sql`it`)}`.compile();
    // By themselves also where row-level security stands behind them.
    const rows: { id: string }[] = await server.asSuperuser(text, values);
    const ids = new Set(rows.map(({ id }) => id));
    const found = all.filter((name) => ids.has((name[0] === 'A' ? A : B)[name.slice(2)]));
    const expected = all.filter((name) => by[role].has(name));
    if (String(found) !== String(expected))
      wrong.push(`${role} sees ${found.join(' ') || 'nothing'}, not ${expected.join(' ') || 'nothing'}`);
  }
  return wrong;
}
