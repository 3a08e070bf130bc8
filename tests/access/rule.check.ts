import { randomUUID } from 'node:crypto';
import { type GraphQLField, isObjectType } from 'graphql';
import { entitiesWithPolicy, policyOf, requirementOf } from '../../server/core/access.js';
import type { Context } from '../../server/core/context.js';
import type { Asker } from '../support/server.js';
import { socket } from '../support/socket.js';
import { wrongForReaders, wrongInAbility } from './ability.check.js';
import { abilities } from './ability.table.js';
import { outcomeOf, wrongInQuery } from './access.check.js';
import { type Role, roles, type World } from './access.world.js';
import { wrongInField } from './field.check.js';
import { fields } from './field.table.js';
import { send } from './mutation.check.js';
import type { MutationRow } from './mutation.row.js';
import { mutations } from './mutation.table.js';
import { wrongAt } from './path.check.js';
import { paths } from './paths.table.js';
import { withoutPermission, withReadingOnly } from './permission.world.js';
import { wrongInPolicy } from './policy.check.js';
import { queries } from './query.table.js';
import { seen, type TypeName } from './seen.table.js';
import { subscriptions } from './subscription.table.js';

/** Rules taken away one at a time, and those whose loss no row of the tables noticed. */
export interface Bitten {
  taken: number;
  unnoticed: string[];
}

/** Lets everybody of one reach see every row of one entity: what they find beyond theirs gives it away. */
export async function visibilityBites(world: World): Promise<Bitten> {
  const bitten: Bitten = { taken: 0, unnoticed: [] };
  const reaches: Record<string, readonly Role[]> = {
    client: ['client', 'colleague'],
    prestataire: ['prestataire'],
    revendeur: ['revendeur'],
    staff: ['staff', 'manager', 'admin', 'superadmin'],
  };
  for (const type of Object.keys(seen) as TypeName[]) {
    const { entity, all, by } = seen[type];
    const policy = policyOf(entity);
    const { visible } = policy;
    for (const [reach, of] of Object.entries(reaches)) {
      // Where they see everything there is nothing to take away.
      const kept = of.filter((role) => by[role].size < all.length);
      if (kept.length === 0) continue;
      bitten.taken += 1;
      policy.visible = (viewer, row) => (viewer.reach === reach ? 'all' : visible(viewer, row));
      const noticed = async () => {
        for (const path of paths.filter((each) => each.type === type))
          for (const role of kept) if (await wrongAt(world, path, role)) return true;
        return (await wrongInPolicy({ ...world, roles: kept }, type)).length > 0;
      };
      if (!(await noticed())) bitten.unnoticed.push(`${entity.name} for ${reach}`);
      policy.visible = visible;
    }
  }
  return bitten;
}

/** Lets everybody do each verb, then nobody: the abilities give it away. */
export async function verbBites(world: World): Promise<Bitten> {
  const bitten: Bitten = { taken: 0, unnoticed: [] };
  for (const entity of entitiesWithPolicy()) {
    const policy = policyOf(entity);
    for (const [verb, allowed] of Object.entries(policy.can))
      for (const answer of [true, false]) {
        bitten.taken += 1;
        policy.can[verb] = () => answer;
        const rows = abilities.filter((row) => seen[row.type].entity === entity && verb in row.verbs);
        const wrong = await Promise.all(rows.map((row) => wrongInAbility(world, row)));
        if (wrong.flat().length === 0) bitten.unnoticed.push(`${entity.name}.${verb} → ${answer}`);
        policy.can[verb] = allowed;
      }
  }
  await withReadingOnly(world, async () => {
    const still: string[] = [];
    for (const one of bitten.unnoticed) if (!(await isNoticedByReaders(world, one))) still.push(one);
    bitten.unnoticed = still;
  });
  return bitten;
}

/** A verb that everybody who sees the row may do, until it is taken from them. */
async function isNoticedByReaders(world: World, unnoticed: string): Promise<boolean> {
  const [name, verb] = unnoticed.split(/\W+/);
  const entity = entitiesWithPolicy().find((one) => one.name === name);
  if (!entity || !unnoticed.endsWith('true')) return false;
  const { can } = policyOf(entity);
  const allowed = can[verb];
  can[verb] = () => true;
  const wrong = await wrongForReaders(
    world,
    abilities.filter((row) => seen[row.type].entity === entity),
  );
  can[verb] = allowed;
  return wrong.length > 0;
}

/** Opens each field to everybody: whoever was refused is answered. */
export async function requirementBites(world: World): Promise<Bitten> {
  const bitten: Bitten = { taken: 0, unnoticed: [] };
  for (const type of Object.values(world.server.schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[]) {
      const requires = requirementOf(field);
      if (!requires || requires === 'public') continue;
      bitten.taken += 1;
      field.extensions = { ...field.extensions, requires: 'public' };
      const name = `${type.name}.${field.name}`;
      let noticed = await isOpen(world, name);
      // What everybody may is taken from all of them first.
      if (!noticed)
        await withoutPermission(world, requires, async () => {
          field.extensions = { ...field.extensions, requires };
          const isClosed = !(await isOpenTo(world, name));
          field.extensions = { ...field.extensions, requires: 'public' };
          noticed = isClosed && (await isOpenTo(world, name));
        });
      if (!noticed) bitten.unnoticed.push(name);
      field.extensions = { ...field.extensions, requires };
    }
  return bitten;
}

async function isOpen(world: World, name: string): Promise<boolean> {
  const refused = (row: { cells: Record<Role, unknown> }) => roles.filter((role) => row.cells[role] === 'no').slice(0, 1);
  for (const row of queries.filter(({ field }) => field === name))
    if ((await wrongInQuery({ ...world, roles: refused(row), outsiders: ['anonymous'] }, row)).length > 0) return true;
  for (const row of fields.filter(({ field }) => field === name))
    if ((await wrongInField({ ...world, roles: roles.filter((role) => !row.who.includes(role)) }, row)).length > 0) return true;
  for (const row of subscriptions.filter(({ field }) => field === name))
    for (const role of refused(row)) if (await hears(world, role, row.query, row.topic)) return true;
  for (const row of mutations.filter(({ field, open }) => field === name && open === null)) {
    const [role] = refused(row);
    if ((await outcomeFor(world, null, row)) !== 'UNAUTHENTICATED') return true;
    if (role && (await outcomeFor(world, world.people[role], row)) !== 'FORBIDDEN') return true;
  }
  return false;
}

/** What does not exist is enough: it is refused before anything is looked for. */
async function outcomeFor(world: World, asker: Asker | null, row: MutationRow): Promise<string> {
  const input = row.input(randomUUID(), world.A);
  return outcomeOf(await send(world, asker, row, row.object === 'nothing' ? { ...input, name: ' ' } : input));
}

/** Nobody has the permission: whoever had it is answered nevertheless. */
async function isOpenTo(world: World, name: string): Promise<boolean> {
  const { server, people, A } = world;
  const had = (row: { cells: Record<Role, unknown> }) => roles.filter((role) => row.cells[role] !== 'no').slice(-1);
  for (const row of fields.filter(({ field }) => field === name))
    if ((await wrongInField(world, { ...row, who: [] })).length > 0) return true;
  for (const row of queries.filter(({ field }) => field === name))
    for (const role of had(row))
      if (
        outcomeOf(await server.ask(people[role], row.query, row.query.includes('$id') ? { id: A[row.by] } : undefined)) !==
        'FORBIDDEN'
      )
        return true;
  for (const row of subscriptions.filter(({ field }) => field === name))
    for (const role of had(row)) if (await hears(world, role, row.query, row.topic)) return true;
  for (const row of mutations.filter(({ field, open }) => field === name && open === null))
    for (const role of had(row)) if ((await outcomeFor(world, people[role], row)) !== 'FORBIDDEN') return true;
  return false;
}

/** Whether the subscription opens. */
export async function hears({ server, people, A }: World, role: Role, query: string, topic: string): Promise<boolean> {
  const bus = server.product.world.services.events;
  const before = bus.readers(topic);
  const { client, subscribe } = socket(server, people[role]);
  const ended = subscribe(query.replace('RUN', A.run)).end();
  let refused = false;
  void ended.then(() => {
    refused = true;
  });
  while (!refused && bus.readers(topic) === before) await new Promise((resolve) => setImmediate(resolve));
  await client.dispose();
  return !refused;
}
