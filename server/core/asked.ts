import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo } from 'graphql';
import { getArgumentValues, getNamedType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Context } from './context.js';
import { name, type Sql } from './sql.js';
import type { Entity } from './table.js';

export type Args = Record<string, unknown>;
export type Field = GraphQLField<unknown, unknown>;

/** A way from a key to a value, as data: loaders, planner and text all work from it. */
export interface Relation<Value = unknown> {
  entity: Entity;
  /** A scalar SQL expression: the value for this key as JSON, limited to what the viewer sees. */
  value(key: Sql, asked: Asked): Sql;
  /** That JSON as the value which resolvers see. */
  read(json: unknown, args: Args): Value;
  /** The value exactly as the client gets it, where SQL can say it; without it the answer is put together in code. */
  answer?(key: Sql, asked: Asked): Sql;
  /** There may be no such row, or none that the viewer sees. */
  mayBeNull?: boolean;
  /** Fails at boot where the relation could not be asked as its field declares. */
  check?(field: Field): void;
}

/** A GraphQL field tied to its relation; the key is the parent's property `from`. */
export interface Tie {
  relation: Relation;
  from: string;
}

export const tieOf = (field: Pick<Field, 'extensions'>) => field.extensions.tie as Tie | undefined;

/** How a row is written as JSON: see plan.ts and text.ts. */
export type RowShape = (asked: Asked, entity: Entity) => Sql;

export type Operation = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

export interface Child {
  /** The name in the answer: the alias, if any. */
  key: string;
  /** Absent for `__typename`, which is no field. */
  field?: Field;
  nodes: readonly FieldNode[];
}

/** What one field of the operation asks for: its arguments, and what is selected below it. */
export class Asked {
  constructor(
    readonly ctx: Context,
    readonly args: Args,
    readonly shape: RowShape,
    private readonly operation?: Operation,
    private readonly outputType?: GraphQLOutputType,
    private readonly nodes: readonly FieldNode[] = [],
    readonly depth = 0,
  ) {}

  /** This level's row inside the statement. Each level has its own, so that a level can name the one above it. */
  get row(): Sql {
    return name(`r${this.depth}`);
  }

  json(entity: Entity): Sql {
    return this.shape(this, entity);
  }

  get type(): GraphQLObjectType {
    return getNamedType(this.outputType) as GraphQLObjectType;
  }

  /** The fields selected below, by the executor's own rules: fragments, @skip and @include, aliases, merging. */
  children(): Child[] {
    if (!this.operation) return [];
    const { schema, fragments, variableValues } = this.operation;
    const fields = this.type.getFields();
    return [...collectSubfields(schema, fragments, variableValues, this.type, this.nodes)].map(([key, nodes]) => ({
      key,
      field: fields[nodes[0].name.value],
      nodes,
    }));
  }

  has(...names: string[]): boolean {
    return this.children().some(({ field }) => field && names.includes(field.name));
  }

  /** What is asked for at this path, such as `edges.node`: twice when it is there under two aliases. */
  at(path: string): Asked[] {
    const step = (found: Asked[], field: string) =>
      found.flatMap((asked) =>
        asked
          .children()
          .filter((child) => child.field?.name === field)
          .map((child) => asked.part(child)),
      );
    return path.split('.').reduce(step, [this]);
  }

  /** A child that is a part of this same value, such as a connection's nodes. */
  part({ field, nodes }: Child): Asked {
    return new Asked(this.ctx, this.args, this.shape, this.operation, field!.type, nodes, this.depth);
  }

  /** A child with rows of its own; fails as the executor would on arguments that are wrong. */
  below({ field, nodes }: Child): Asked {
    const args = getArgumentValues(field!, nodes[0], this.operation!.variableValues);
    return new Asked(this.ctx, args, this.shape, this.operation, field!.type, nodes, this.depth + 1);
  }

  /** The same level in another shape. */
  as(shape: RowShape): Asked {
    return new Asked(this.ctx, this.args, shape, this.operation, this.outputType, this.nodes, this.depth);
  }
}
