import {
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isPermitted } from './access.js';
import { type Asked, type Child, type Field, type RowShape, tieOf } from './asked.js';
import { join, literal, type Sql, sql } from './sql.js';
import { type Column, columnOf, tableOf } from './table.js';

/** This can't be said in SQL just as the resolvers would say it: they say it, then. */
export class NotInText extends Error {}

/** The same, but only this time: another viewer's, or with other variables, may be said. */
export class NotInTextNow extends NotInText {}

/** The row exactly as the client gets it. */
export const answerRow: RowShape = (asked, entity) =>
  answerObject(asked, (child, field) => {
    const tie = tieOf(field);
    if (tie) return answerOf(asked, child, sql`${asked.row}.${columnOf(entity, tie.from).sql}`);
    const column = tableOf(entity).columns.get(field.name);
    if (!column || field.extensions.computed) throw new NotInText(`${field.name} is computed in code`);
    return spelledColumn(asked.row, column, field);
  });

/** The value of a field that is tied to a relation. */
export function answerOf(parent: Asked, child: Child, key: Sql): Sql {
  const { relation } = tieOf(child.field!)!;
  if (!relation.answer) throw new NotInText(`${child.key} is put together in code`);
  // Where null isn't allowed it is an error that travels up, and only the executor knows how.
  if (relation.mayBeNull && isNonNullType(child.field!.type)) throw new NotInText(`${child.key} may be null`);
  return relation.answer(key, parent.below(child));
}

/** What is selected, under the names of the answer and in its order. */
export function answerObject(asked: Asked, said: (child: Child, field: Field) => Sql): Sql {
  const { type } = asked;
  if (isAbstractType(type)) throw new NotInText('what it selects depends on the row');
  const members = asked.children().map((child) => {
    if (child.field && !isPermitted(asked.ctx.viewer, child.field)) throw new NotInTextNow(`${child.key} is refused`);
    if (!child.field && child.nodes[0].name.value !== '__typename') throw new NotInText('the schema itself is asked for');
    const value = child.field ? said(child, child.field) : literal(type.name);
    return sql`${literal(child.key)}: ${value}`;
  });
  return members.length ? sql`json_object(${join(members, ', ')})` : sql`json_object()`;
}

function spelledColumn(row: Sql, column: Column, { name, type }: Field): Sql {
  if (column.nullable && isNonNullType(type)) throw new NotInText(`${name} may be null`);
  return spelled(sql`${row}.${column.sql}`, type);
}

const asIs = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'Cents', 'Date', 'JSON']);

/** A value of SQL as the scalar's `serialize` would write it. */
export function spelled(value: Sql, type: GraphQLOutputType): Sql {
  const scalar = getNamedType(type);
  if (asIs.has(scalar.name)) return value;
  if (isEnumType(scalar) && scalar.getValues().every((one) => one.name === one.value)) return value;
  if (scalar.name === 'DateTime' && !isListType(getNullableType(type)))
    return sql`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  throw new NotInText(`${scalar.name} is written in code`);
}
