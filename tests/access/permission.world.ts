import { expect } from 'vitest';
import { type Role, roles, type World } from './access.world.js';

/** The keys of the roles that people of the table have. */
export const keys = roles.filter((role) => role !== 'colleague');

export async function permissionsOf({ server, people }: World, role: Role): Promise<string[]> {
  return (await server.ask(people[role], '{ viewer { permissions } }')).data?.viewer?.permissions ?? [];
}

/** Gives these roles permissions for the while, and goes on once the server knows. */
export async function withPermissions(
  world: World,
  changed: ReadonlyMap<Role, readonly string[]>,
  work: () => Promise<void>,
): Promise<void> {
  const { database, product } = world.server;
  const before: { key: Role; permissions: string[] }[] = await database.query('select key, permissions from role');
  const put = async (wanted: ReadonlyMap<Role, readonly string[]>) => {
    for (const [key, permissions] of wanted)
      await database.query('update role set permissions = $2 where key = $1', [key, permissions]);
    for (const [key, permissions] of wanted)
      await expect
        .poll(async () => [...((await product.people.byUser(world.people[key]?.id ?? ''))?.roles[0].permissions ?? [])].sort(), {
          interval: 2,
        })
        .toEqual([...permissions].sort());
  };
  await put(changed);
  product.people.forget();
  try {
    await work();
  } finally {
    await put(new Map(before.filter(({ key }) => changed.has(key)).map(({ key, permissions }) => [key, permissions])));
    product.people.forget();
  }
}

/** Clients, prestataires and resellers may ask everything there is. */
export async function withEveryPermission(world: World, work: () => Promise<void>): Promise<void> {
  const all: { permission: string }[] = await world.server.database.query(
    'select distinct unnest(permissions) as permission from role order by 1',
  );
  const every = all.map(({ permission }) => permission);
  await withPermissions(world, new Map((['client', 'prestataire', 'revendeur'] as const).map((role) => [role, every])), work);
}

/** Nobody has this permission for the while. */
export async function withoutPermission(world: World, permission: string, work: () => Promise<void>): Promise<void> {
  const left = await Promise.all(
    keys.map(async (role) => [role, (await permissionsOf(world, role)).filter((each) => each !== permission)] as const),
  );
  await withPermissions(world, new Map(left), work);
}

/** Everybody may look, and no more. */
export async function withReadingOnly(world: World, work: () => Promise<void>): Promise<void> {
  const left = await Promise.all(
    keys.map(async (role) => [role, (await permissionsOf(world, role)).filter((each) => each.endsWith('.read'))] as const),
  );
  await withPermissions(world, new Map(left), work);
}
