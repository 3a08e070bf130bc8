import { bare, outcomeOf } from './access.check.js';
import type { World } from './access.world.js';
import type { FieldRow } from './field.table.js';

/** The first thing called `it`, however deep; undefined where the way there is closed. */
function itIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('it' in value) return value.it;
  for (const part of Object.values(value)) {
    const found = itIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whoever may not read a field gets null for it or is refused, and the others an answer. */
export async function wrongInField({ server, people, A, roles }: World, { query, who }: FieldRow): Promise<string[]> {
  const wrong: string[] = [];
  for (const role of roles) {
    const answer = await server.ask(people[role], query(A));
    const reads = (itIn(answer.data) ?? null) !== null;
    const isClean = ['ok', 'FORBIDDEN'].includes(outcomeOf(answer));
    if (reads !== who.includes(role) || !isClean)
      wrong.push(`${role} ${reads ? 'reads' : 'does not read'} it: ${JSON.stringify(bare(answer))}`);
  }
  return wrong;
}
