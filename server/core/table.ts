import { DefaultNamingStrategy, getMetadataArgsStorage } from 'typeorm';
import { name, Sql } from './sql.js';

export type Entity<T extends object = object> = new () => T;

export interface Column {
  property: string;
  /** Quoted, as it stands in a statement. */
  sql: Sql;
  type: string;
  nullable: boolean;
}

export interface Table {
  sql: Sql;
  columns: ReadonlyMap<string, Column>;
  /** Properties that are `Date` in the entity and text in JSON. */
  instants: readonly string[];
}

export const snake = (text: string) => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** The way back: `customer_id` → `customerId`. */
export const camel = (text: string) => text.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** `customerId` ↔ `customer_id`, for TypeORM and for our own statements alike. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName = (className: string, given?: string) => given ?? snake(className);
  override columnName = (property: string, given: string | undefined) => given ?? snake(property);
}

const appendOnly = new Set<string>();

/** Rows are added and never changed nor taken away: the database gives the server neither right. */
export const AppendOnly = (): ClassDecorator => (entity) => void appendOnly.add(snake(entity.name));

export const appendOnlyTables = (): string[] => [...appendOnly].sort();

const tables = new Map<Entity, Table>();

/** The table of an entity, read once from its TypeORM decorators: they stay the only description of it. */
export function tableOf(entity: Entity): Table {
  const known = tables.get(entity);
  if (known) return known;
  const columns = getMetadataArgsStorage()
    .columns.filter(({ target }) => typeof target === 'function' && (target === entity || entity.prototype instanceof target))
    .map(({ propertyName: property, options }): Column => {
      if (typeof options.type !== 'string') throw new Error(`${entity.name}.${property}: write its column type`);
      return { property, sql: name(options.name ?? snake(property)), type: options.type, nullable: !!options.nullable };
    });
  const table: Table = {
    sql: name(snake(entity.name)),
    columns: new Map(columns.map((column) => [column.property, column])),
    instants: columns.filter(({ type }) => type === 'timestamptz').map(({ property }) => property),
  };
  tables.set(entity, table);
  return table;
}

export function columnOf(entity: Entity, property: string): Column {
  const column = tableOf(entity).columns.get(property);
  if (!column) throw new Error(`${entity.name} has no column ${property}`);
  return column;
}
