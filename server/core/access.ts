import type { GraphQLField } from 'graphql';
import { Extensions, Field, ObjectType } from 'type-graphql';
import { anonymous, type Context, soughtOf, type Viewer } from './context.js';
import { forbidden, notFound, readOnly, secondFactorRequired, unauthenticated } from './errors.js';
import { name, Sql, sql } from './sql.js';
import { type Entity, tableOf } from './table.js';

/** Which rows: every one, none, or those that meet a condition. There is no fourth answer. */
export type Scope = 'all' | 'none' | Sql;

export interface Policy<T extends object = object> {
  /** `row` is the row's name inside the statement: sql`${row}.customer_id = …`. */
  visible(viewer: Viewer, row: Sql): Scope;
  can: Record<string, (viewer: Viewer, subject: T) => boolean>;
}

const policies = new Map<unknown, Policy>();

export const entitiesWithPolicy = (): Entity[] => [...policies.keys()] as Entity[];

export function definePolicy<T extends object>(entity: Entity<T>, policy: Policy<T>): Policy<T> {
  policies.set(entity, policy as Policy);
  return policy;
}

export function policyOf(entity: Entity): Policy {
  const policy = policies.get(entity);
  if (!policy) throw new Error(`${entity.name} has no policy: it can't be read`);
  return policy;
}

function scopeOf(viewer: Viewer, entity: Entity, row: Sql): Scope {
  const scope: unknown = policyOf(entity).visible(viewer, row);
  if (scope === 'all' || scope === 'none' || scope instanceof Sql) return scope;
  throw new Error(`${entity.name}: the policy gave no scope`);
}

/** The condition under which the viewer sees this row. Every statement that reads the entity holds it. */
export function visible(viewer: Viewer, entity: Entity, row: Sql): Sql {
  const scope = scopeOf(viewer, entity, row);
  if (scope === 'all') return sql`true`;
  if (scope === 'none') return sql`false`;
  return sql`(${scope})`;
}

/** Whether the viewer sees every row of it, none, or some. */
export function seesOf(viewer: Viewer, entity: Entity): 'all' | 'none' | 'some' {
  const scope = scopeOf(viewer, entity, name('it'));
  return scope instanceof Sql ? 'some' : scope;
}

/** For a policy that follows another's: the entity's row with this id is visible. */
export function visibleById(viewer: Viewer, entity: Entity, id: Sql): Sql {
  const row = name(`its_${entity.name}`);
  const scope = scopeOf(viewer, entity, row);
  // The foreign key already says that the row exists.
  if (scope === 'all') return sql`true`;
  return sql`exists (select from ${tableOf(entity).sql} ${row} where ${row}.id = ${id} and ${visible(viewer, entity, row)})`;
}

export function can(ctx: Context, verb: string, subject: object): boolean {
  const allowed = policyOf(subject.constructor as Entity).can[verb];
  if (!allowed) throw new Error(`${subject.constructor.name} has no verb ${verb}`);
  return allowed(ctx.viewer, subject);
}

/** What isn't visible was never found; what is visible may still be refused. */
export function authorize<T extends object>(ctx: Context, verb: string, subject: T | null): asserts subject is T {
  if (!subject) throw notFound();
  if (can(ctx, verb, subject)) return;
  if ('id' in subject) ctx.seek(soughtOf(subject as { id: string }));
  throw forbidden();
}

/** The type of an entity's `viewerCan`: one Boolean for each verb of its policy. */
export function Abilities<T extends object>(entity: Entity<T>, policy: Policy<T>) {
  @ObjectType(`${entity.name}Abilities`, { description: 'What you may do with it now. Controls are shown by it.' })
  class Abilities {}
  for (const verb of Object.keys(policy.can))
    Field(() => Boolean, { description: `You may ${spaced(verb)}.` })(Abilities.prototype, verb);
  return Abilities;
}

const spaced = (verb: string) => verb.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

export const abilities = (ctx: Context, subject: object): Record<string, boolean> =>
  Object.fromEntries(Object.keys(policyOf(subject.constructor as Entity).can).map((verb) => [verb, can(ctx, verb, subject)]));

const PUBLIC = 'public';

/**
 * The permission a field needs: every root field names one, and so does a field that not everyone who sees its row may read.
 * Checked at boot, enforced at every call, printed in the schema.
 */
export const Requires = (permission: string) => Extensions({ requires: permission });

/** Open to anyone, signed in or not. */
export const Public = () => Extensions({ requires: PUBLIC });

/** A mutation that may be asked while somebody is looked at through: it ends just that. */
export const WhileViewing = () => Extensions({ whileViewing: true });

/** Whoever looks with somebody else's eyes changes nothing: refused by the kind of operation, whatever it is. */
export function refuseWhileViewing({ actor }: Viewer, { extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): void {
  if (actor && !extensions.whileViewing) throw readOnly();
}

export const requirementOf = (field: GraphQLField<unknown, Context>) => field.extensions.requires as string | undefined;

const requirements = new Map<string, string | undefined>();

/** What the fields of the schema's types need, for those who tell of a property without being asked for its field. */
export const noteRequirement = (type: string, field: GraphQLField<unknown, Context>) =>
  requirements.set(`${type}.${field.name}`, requirementOf(field));

/** The viewer could read the field of that name; undefined where there is none. */
export function mayReadField(viewer: Viewer, type: string, field: string): boolean | undefined {
  const name = `${type}.${field}`;
  if (!requirements.has(name)) return undefined;
  const requirement = requirements.get(name);
  return requirement === undefined || requirement === PUBLIC || viewer.permissions.has(requirement);
}

/** The viewer may read this field at all. */
export function isPermitted(viewer: Viewer, field: Pick<GraphQLField<unknown, unknown>, 'extensions'>): boolean {
  const requirement = field.extensions.requires;
  return requirement === undefined || requirement === PUBLIC || viewer.permissions.has(requirement as string);
}

export function permit(viewer: Viewer, requirement: string): void {
  if (requirement === PUBLIC || viewer.permissions.has(requirement)) return;
  if (viewer.id === anonymous.id) throw unauthenticated();
  throw viewer.secondFactorDue ? secondFactorRequired() : forbidden();
}
