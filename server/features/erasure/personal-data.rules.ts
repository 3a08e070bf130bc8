import { type Sql, sql } from '../../core/sql.js';
import { Fate } from './erasure.entity.js';

export { Fate };

/** Whom an erasure, or a copy of their data, is about. */
export interface Subject {
  customer: Sql;
  /** Accounts that serve this customer alone. */
  users: Sql;
  /** Their e-mail addresses, numbers and names, as they are written. */
  known: Sql;
  /** The same that stand for nobody else, lower case: addresses and numbers. */
  addresses: Sql;
  /** Ids of what hangs on the customer. */
  things: Sql;
}

/**
 * What the product keeps of people, table by table. Erasure, the copy a person gets and the retention rules read this one list, and a
 * test fails as long as a table or a column is missing from it.
 *
 * `own` is what says something of the person: it is in their copy, and goes. `fact` is in their copy and may stay without them.
 * `ours` is about the product or our own people: neither.
 */
export interface TableRule {
  table: string;
  /** Null: nobody's data. */
  fate: Fate | null;
  /** Which rows are the subject's; `it` is the row. */
  of?(subject: Subject): Sql;
  own: string;
  fact: string;
  ours: string;
  /** Which rows are in the copy a person gets: those of `of`, unless said. Null: none, since they are about others too, or made of rows that are there. */
  told?: ((subject: Subject) => Sql) | null;
  /** Which rows are a member's own where the customer is a company, whose own data nobody gets a copy of: `true` for those of `of`. */
  personal?: true | ((subject: Subject) => Sql);
  /** What the copy says beside the row's own columns, such as what it is a part of. */
  beside?: Record<string, Sql>;
  /** What own columns become; null unless said. */
  becomes?: Record<string, Sql>;
  /** Its rows are found only by who says whose they are: they go person by person. */
  secured?: boolean;
  /** No role of the server may change it: a function of the database does. */
  sealed?: boolean;
  /** What else is set where the rows stay. */
  also?: Record<string, Sql>;
  /** How a row is called in a preview. */
  called?: Sql;
  /** Why it is kept, as a code with words, and how many years after the end of which day's year; without a day, from now. */
  why?: string;
  years?: number;
  since?: Sql;
}

/** What stands where a name stood. */
export const ERASED = 'Effacé';
export const erased: Sql = sql`${ERASED}::text`;

const columns = (text: string): string[] => text.split(/\s+/).filter(Boolean);
export const ownColumns = ({ own }: TableRule): string[] => columns(own);
/** What the person’s own columns become where the rows stay. */
export const blanked = (rule: TableRule): Record<string, Sql> =>
  Object.fromEntries(ownColumns(rule).map((column) => [column, rule.becomes?.[column] ?? sql`null`]));
export const toldColumns = ({ own, fact }: TableRule): string[] => [...columns(own), ...columns(fact)];
export const allColumns = ({ own, fact, ours }: TableRule): string[] => [own, fact, ours].flatMap(columns);

export const byCustomer = ({ customer }: Subject): Sql => sql`it.customer_id = ${customer}`;
/** Rows of a copy; null where none of the kind is in it. `company`: of a member of a company, whose own rows alone are. */
export function toldOf({ of, told, personal }: TableRule, company: boolean): ((subject: Subject) => Sql) | null {
  if (told === null || !of) return null;
  if (!company) return told ?? of;
  return personal === true ? (told ?? of) : (personal ?? null);
}

export const byUser = ({ users }: Subject): Sql => sql`it.user_id = any(${users})`;

/** The day of an instant in Paris, such as 2026-11-20: what has no name is called by it. */
export const dayOf = (at: Sql): Sql => sql`to_char(${at} at time zone 'Europe/Paris', 'YYYY-MM-DD')`;

/** Nobody's data: what the product is made of. */
export const nobodys = (table: string, ours: string): TableRule => ({ table, fate: null, own: '', fact: '', ours });

/** Something in this text is an address or a number of theirs. */
export const says = (text: Sql, { addresses }: Subject): Sql =>
  sql`exists (select from unnest(${addresses}) one where position(one in lower(${text})) > 0)`;
export const isAddress = (text: Sql, { addresses }: Subject): Sql => sql`lower(${text}) = any(${addresses})`;
