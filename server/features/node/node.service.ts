import { isUUID } from 'class-validator';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { isPermitted, visible } from '../../core/access.js';
import { tieOf } from '../../core/asked.js';
import { auditRead } from '../../core/audit.entity.js';
import type { Node } from '../../core/base.entity.js';
import { type Context, soughtOf } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { oneById } from '../../core/relation.js';
import { join, literal, type Sql, sql } from '../../core/sql.js';
import { type Entity, tableOf } from '../../core/table.js';
import { watchOf } from '../../core/watched.js';
import { Customer } from '../customer/customer.entity.js';
import { customerByAnyId } from '../customer/customer.relations.js';

/** The types that have a query by id of their own; whoever may not ask that may not ask here. */
function typesFor(ctx: Context, schema: GraphQLSchema): Entity<Node>[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const tie = isObjectType(field.type) && field.args.some(({ name }) => name === 'id') ? tieOf(field) : undefined;
    return tie && isPermitted(ctx.viewer, field) ? [tie.relation.entity as Entity<Node>] : [];
  });
}

/** An id says nothing of its type, so one statement asks every table. Unknown and hidden are the same: null. */
export async function nodeById(ctx: Context, schema: GraphQLSchema, id: string): Promise<Node | null> {
  const types = typesFor(ctx, schema);
  if (!isUUID(id) || types.length === 0) return null;
  const [found] = await ctx.query<{ type: string }>(
    sql`select coalesce(${join(
      types.map((type) => named(ctx, type, id)),
      ', ',
    )}) as type`,
  );
  const type = types.find(({ name }) => name === found.type);
  if (type) return load(ctx, oneById(type), id);
  return types.some((one) => (one as Entity) === Customer) ? load(ctx, customerByAnyId, id) : null;
}

const named = (ctx: Context, type: Entity, id: string): Sql =>
  sql`(select ${literal(type.name)} from ${tableOf(type).sql} it where it.id = ${id}::uuid and ${visible(ctx.viewer, type, sql`it`)})`;

/** The same as by the type's own query, also in what it leaves behind. */
export async function watchedNode(ctx: Context, schema: GraphQLSchema, id: string): Promise<Node | null> {
  const node = await nodeById(ctx, schema, id);
  const own = Object.values(schema.getQueryType()?.getFields() ?? {}).find(
    (field) => node && watchOf(field) && isObjectType(field.type) && field.type.name === node.constructor.name,
  );
  const watch = own && watchOf(own);
  if (node && watch?.by(ctx.viewer)) auditRead(ctx, watch.action, soughtOf(node));
  return node;
}
