import { policyOf } from '../../server/core/access.js';
import { outcomeOf, wrongInQuery } from './access.check.js';
import { type Role, roles, type World } from './access.world.js';
import { wrongInField } from './field.check.js';
import { fields } from './field.table.js';
import { send } from './mutation.check.js';
import { mutations } from './mutation.table.js';
import { wrongAt } from './path.check.js';
import { paths } from './paths.table.js';
import { keys, permissionsOf, withPermissions } from './permission.world.js';
import { wrongInPolicy } from './policy.check.js';
import { queries } from './query.table.js';
import { hears } from './rule.check.js';
import { seen, type TypeName } from './seen.table.js';
import { subscriptions } from './subscription.table.js';

/**
 * Takes each policy away in turn, and looks for a path on which somebody then finds what is not theirs; where every path leads
 * through a parent's scope, at the policy itself.
 */
export async function policyBites(world: World): Promise<{ onlyByItself: string[]; unnoticed: string[] }> {
  const onlyByItself: string[] = [];
  const unnoticed: string[] = [];
  for (const type of Object.keys(seen) as TypeName[]) {
    const { entity } = seen[type];
    const policy = policyOf(entity);
    const { visible } = policy;
    policy.visible = () => 'all';
    const noticed = async () => {
      for (const path of paths.filter((each) => each.type === type))
        for (const role of roles) if (await wrongAt(world, path, role, true)) return true;
      return false;
    };
    if (!(await noticed())) ((await wrongInPolicy(world, type)).length > 0 ? onlyByItself : unnoticed).push(entity.name);
    policy.visible = visible;
  }
  return { onlyByItself, unnoticed };
}

interface SchemaField {
  name: string;
  requires: string | undefined;
}

/** Gives each permission to those who lack it, or where nobody does takes it from all; answers those that no row noticed. */
export async function permissionBites(world: World, schemaFields: readonly SchemaField[]): Promise<string[]> {
  const unnoticed: string[] = [];
  const held = new Map<Role, string[]>();
  for (const role of keys) held.set(role, await permissionsOf(world, role));
  const permissions = new Set(schemaFields.flatMap(({ requires }) => (requires && requires !== 'public' ? [requires] : [])));
  for (const permission of permissions) {
    const lacking = keys.filter((role) => !held.get(role)?.includes(permission));
    const changed: [Role, string[]][] =
      lacking.length > 0
        ? lacking.map((role) => [role, [...(held.get(role) ?? []), permission]])
        : keys.map((role) => [role, (held.get(role) ?? []).filter((each) => each !== permission)]);
    const about = new Set(schemaFields.filter(({ requires }) => requires === permission).map(({ name }) => name));
    await withPermissions(world, new Map(changed), async () => {
      if (
        !(await isNoticed(
          world,
          about,
          changed.map(([role]) => role),
        ))
      )
        unnoticed.push(permission);
    });
  }
  return unnoticed;
}

async function isNoticed(world: World, about: ReadonlySet<string>, changed: readonly Role[]): Promise<boolean> {
  for (const row of queries) if (about.has(row.field) && (await wrongInQuery(world, row)).length > 0) return true;
  for (const row of fields) if (about.has(row.field) && (await wrongInField(world, row)).length > 0) return true;
  for (const row of subscriptions.filter(({ field }) => about.has(field)))
    for (const role of changed) if ((row.cells[role] === 'no') === (await hears(world, role, row.query, row.topic))) return true;
  for (const row of mutations.filter(({ field, open }) => about.has(field) && open === null))
    for (const role of changed) {
      // What does not exist is enough: it is refused before anything is looked for.
      const input = row.input('00000000-0000-7000-8000-000000000000', world.A);
      const answer = await send(world, world.people[role], row, row.object === 'nothing' ? { ...input, name: ' ' } : input);
      if ((row.cells[role] === 'no') !== (outcomeOf(answer) === 'FORBIDDEN')) return true;
    }
  return false;
}
