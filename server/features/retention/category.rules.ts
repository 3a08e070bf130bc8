import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import type { RetentionAction, RetentionCategory } from './retention-rule.entity.js';

/** Rows of one table that have a period. In each piece of SQL `it` is the row. */
export interface Part {
  table: string;
  /** What a row is known by: its id, unless said. */
  key?: Sql;
  /** From when it counts: an instant. Null: it doesn’t yet. */
  since: Sql;
  /** What else is asked of it. */
  only?: Sql;
  /** Which rows are due, where there is a quicker way to ask than by `since`. */
  due?(before: Sql): Sql;
  /** What keeps a row back, by a code that has words. */
  holds?: Record<string, Sql>;
  /** The customer it is about, who may be under a hold. */
  customer?: Sql;
  /** The account it is about. */
  user?: Sql;
  /** How it is called in a dry run, where neither a customer nor an account says it. */
  called?: Sql;
  /** Under row-level security: the statement says that it means everybody’s. */
  secured?: boolean;
  /** Done before, in the same transaction, with those of `rows`. */
  first?(rows: Sql): Sql;
  /** What becomes of the rows; they go unless said. */
  becomes?: Record<string, Sql>;
  /** Where it takes more than a statement: one row at a time, each in a transaction of its own. */
  each?(ctx: Context, id: string): Promise<void>;
}

export interface Category {
  code: RetentionCategory;
  action: RetentionAction;
  months: Bounds;
  /** It is about people one may look up: switched on by who saw what would go. */
  personal: boolean;
  /** Parts before what they are part of. */
  parts: readonly Part[];
}

/** Months: the fewest the law allows, those we begin with, and the most that can be justified. */
export interface Bounds {
  least: number;
  usual: number;
  most: number;
}

export const HELD = 'RETENTION_HELD';

const held = (customer: Sql): Sql =>
  sql`exists (select from legal_hold hold where hold.customer_id = ${customer} and hold.lifted_at is null)`;

/** Nothing that is about a customer on hold goes. */
export const customerHeld = (customer: Sql): Record<string, Sql> => ({ [HELD]: held(customer) });

/** Nor what is about an account of theirs. */
export const userHeld = (user: Sql): Record<string, Sql> => ({
  [HELD]: sql`exists (select from membership its where its.user_id = ${user} and ${held(sql`its.customer_id`)})`,
});
