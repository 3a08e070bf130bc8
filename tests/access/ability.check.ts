import { snake } from '../../server/core/table.js';
import type { AbilityRow } from './ability.row.js';
import { bare } from './access.check.js';
import type { World } from './access.world.js';
import { seen } from './seen.table.js';

/** The object with this id and its abilities, however deep it lies. */
function withId(value: unknown, id: string): Record<string, boolean> | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('id' in value && value.id === id && 'viewerCan' in value) return value.viewerCan as Record<string, boolean>;
  for (const part of Object.values(value)) {
    const found = withId(part, id);
    if (found) return found;
  }
  return null;
}

/** Whoever may only look may do nothing with what they see. */
export async function wrongForReaders(world: World, rows: readonly AbilityRow[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const row of rows)
    for (const role of world.roles) {
      const { data } = await world.server.ask(world.people[role], row.query(world.A));
      for (const [verb, may] of Object.entries(withId(data, world.A[row.object]) ?? {}))
        if (may) wrong.push(`${role} may ${verb} ${row.object}`);
    }
  return wrong;
}

/** Each who sees the object is shown exactly what they may do with it. */
export async function wrongInAbility(world: World, row: AbilityRow): Promise<string[]> {
  const wrong = await wrongNow(world, row, row.verbs);
  if (!row.later) return wrong;
  const { database } = world.server;
  const { column, value, verbs } = row.later;
  const table = snake(seen[row.type].entity.name);
  const id = world.A[row.object];
  const [{ before }] = await database.query(`select ${column} as before from ${table} where id = $1`, [id]);
  const turn = (to: unknown) => database.query(`update ${table} set ${column} = $2 where id = $1`, [id, to]);
  await turn(value);
  try {
    return [...wrong, ...(await wrongNow(world, row, verbs)).map((each) => `${each}, ${column} being ${value}`)];
  } finally {
    await turn(before);
  }
}

async function wrongNow({ server, people, A, roles }: World, row: AbilityRow, verbs: AbilityRow['verbs']): Promise<string[]> {
  const wrong: string[] = [];
  for (const role of roles) {
    const answer = await server.ask(people[role], row.query(A));
    const can = withId(answer.data, A[row.object]);
    if (!can) {
      if (seen[row.type].by[role].has(`A.${row.object}`) && row.askers.includes(role))
        wrong.push(`${role} does not find it: ${JSON.stringify(bare(answer))}`);
      continue;
    }
    for (const [verb, who] of Object.entries(verbs))
      if (can[verb] !== who.includes(role)) wrong.push(`${role} ${can[verb] ? 'may' : 'may not'} ${verb}`);
  }
  return wrong;
}
