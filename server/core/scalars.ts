import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import type { ValueTransformer } from 'typeorm';
import { isDay } from './cursor.js';

/** Instants, for every `Date` field. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'An instant, ISO 8601 with its offset, such as 2026-11-20T10:42:00.000Z. The server answers in UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
});

export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  name: 'JSON',
  description: 'Any JSON value, for details whose shape their kind decides.',
});

const bad = (what: string) => new GraphQLError(what, { extensions: { code: 'BAD_USER_INPUT' } });

function cents(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw bad('Cents are a whole number between -(2^53 - 1) and 2^53 - 1');
}

/** Money. */
export const Cents = new GraphQLScalarType<number, number>({
  name: 'Cents',
  description:
    'An amount of money in the smallest unit of its currency, a whole number that JSON carries exactly: 1250 is 12.50 EUR.',
  serialize: cents,
  parseValue: cents,
  parseLiteral: (node) => cents(node.kind === Kind.INT ? Number(node.value) : undefined),
});

function day(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw bad('A Date is a day that exists, as YYYY-MM-DD');
}

/** Days without a time. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, ISO 8601, such as 2026-11-20.',
  // From a `date` column: PostgreSQL has checked it.
  serialize: String,
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : undefined),
});

/** A `bigint` column comes from the driver as text. */
export const asNumber: ValueTransformer = { to: (value) => value, from: (value) => (value === null ? null : Number(value)) };
