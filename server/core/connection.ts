import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Entity } from './table.js';

export enum Direction {
  ASC = 'asc',
  DESC = 'desc',
}
registerEnumType(Direction, {
  name: 'Direction',
  description: 'The order of a list.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest or first letter first.' },
    DESC: { description: 'Largest or latest first.' },
  },
});

/** The arguments of every list. A list adds its own `sort`: an enum whose values are the entity's properties. */
@ArgsType()
export abstract class Page {
  @Field(() => Int, { nullable: true, description: 'How many from the start: 20 unless said, 100 at most.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, 100 at most.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor before which to stop.' })
  before?: string | null;

  @Field(() => Direction, { defaultValue: Direction.DESC, description: 'The order of the list.' })
  direction: Direction;

  abstract sort: string;
}

@ObjectType({ description: 'Where a page stands in its list, by the Relay cursor connections specification.' })
export class PageInfo {
  @Field({ description: 'There are rows after this page.' }) hasNextPage: boolean;
  @Field({ description: 'There are rows before this page.' }) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'The cursor of the first row; null on an empty page.' }) startCursor:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'The cursor of the last row; null on an empty page.' }) endCursor:
    | string
    | null;
}

/** The connection type of an entity, with its edges. */
export function Connection<T extends object>(entity: Entity<T>) {
  @ObjectType(`${entity.name}Edge`, { description: 'A row of a list, with its place.' })
  class Edge {
    @Field({ description: 'The place of the row: pass it as `after` or `before`.' }) cursor: string;
    @Field(() => entity, { description: 'The row.' }) node: T;
  }
  @ObjectType(`${entity.name}Connection`, { description: 'A page of a list.' })
  class Connection {
    @Field(() => [Edge], { description: 'The rows of the page with their cursors.' }) edges: Edge[];
    @Field(() => [entity], { description: 'The rows of the page.' }) nodes: T[];
    @Field({ description: 'Where the page stands.' }) pageInfo: PageInfo;
    @Field(() => Int, { description: 'All rows of the list, not only this page. Counted only when asked for.' })
    totalCount: number;
  }
  return Connection;
}
