import { isUUID, type ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import { ArgumentValidationError, Field, ObjectType } from 'type-graphql';
import { visible } from './access.js';
import { auditRefusal } from './audit.entity.js';
import type { Context, Sought } from './context.js';
import { conflict, UserError, UserErrors } from './errors.js';
import { mistakesOf, wayToNul } from './inputs.js';
import { sql } from './sql.js';
import { type Entity, tableOf } from './table.js';
import { type Locale, say } from './words.js';

@ObjectType('UserError', { description: 'A mistake you can correct. Nothing was changed.' })
export class UserErrorType {
  @Field(() => [String], { description: 'The way to the argument that is wrong, such as ["input", "email"].' }) path: string[];
  @Field({ description: 'Stable, for programs.' }) code: string;
  @Field({ description: 'For the person, in their language.' }) message: string;
}

/** Every payload extends it. A resolver that throws a UserError leaves it to the transaction. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserErrorType], { description: 'Mistakes you can correct; empty when it worked.' })
  readonly userErrors?: UserErrorType[];
}

/** Runs a mutation in one transaction that commits only with an audit entry. The schema does this to every mutation. */
export function inTransaction(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return async (root, args, ctx, info) => {
    try {
      const nul = wayToNul(args);
      if (nul) throw new UserError('CONTROL_CHARACTER', nul);
      const inside: Context[] = [];
      const payload = await ctx.db.transaction(async (transaction) => {
        inside.push(ctx.inside(transaction));
        const result = (await resolve(root, args, inside[0], info)) as object;
        if (!inside[0].audited) throw new Error(`${info.fieldName} left no audit entry`);
        return result;
      });
      inside[0].committed();
      return { userErrors: [], ...payload };
    } catch (error) {
      const userErrors = mistakes(error, ctx.locale);
      if (!userErrors) throw error;
      return { userErrors };
    } finally {
      ctx.loaders.clear(); // What was read before may have changed.
    }
  };
}

/** What a refused mutation leaves: who tried what on which object, outside the transaction that was rolled back. */
export function refusalsAudited(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return async (root, args, ctx, info) => {
    ctx.seek(null);
    try {
      const payload = (await resolve(root, args, ctx, info)) as Payload | null;
      for (const { code, path } of payload?.userErrors ?? [])
        if (code.startsWith('UNKNOWN') && isUUID(at(args, path)))
          auditRefusal(ctx, info.fieldName, code, { type: 'Node', id: at(args, path) as string });
      return payload;
    } catch (error) {
      const code = error instanceof GraphQLError ? error.extensions.code : null;
      if (typeof code === 'string' && REFUSALS.has(code)) auditRefusal(ctx, info.fieldName, code, ctx.sought ?? soughtIn(args));
      throw error;
    }
  };
}

/** What stands in the arguments where a mistake points to: of a second object, such as whose invoice it is to be, its id. */
const at = (args: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], args);

const REFUSALS = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'READ_ONLY', 'RATE_LIMITED', 'SECOND_FACTOR_REQUIRED']);

/** Refused before anything was looked for: the id it was asked with, of whatever type. */
function soughtIn({ input }: { input?: { id?: unknown } }): Sought | null {
  return isUUID(input?.id) ? { type: 'Node', id: input?.id as string } : null;
}

function mistakes(error: unknown, locale: Locale): UserErrorType[] | undefined {
  const found =
    error instanceof UserError
      ? [error]
      : error instanceof UserErrors
        ? error.errors
        : error instanceof ArgumentValidationError
          ? mistakesOf(error.extensions.validationErrors as ValidationError[])
          : null;
  return found ? told(found, locale) : undefined;
}

/** Mistakes as a person is told them. */
export const told = (errors: readonly UserError[], locale: Locale): UserErrorType[] =>
  errors.map(({ path, code, params }) => ({ path, code, message: say(code, locale, params) }));

/** The row for changing, and nobody else changes it before this transaction ends; null when it isn't visible. */
export async function lockVisible<T extends { id: string }>(ctx: Context, entity: Entity<T>, id: string): Promise<T | null> {
  if (!isUUID(id)) return null;
  ctx.seek({ type: entity.name, id });
  const seen = await ctx.query(sql`
    select from ${tableOf(entity).sql} it where it.id = ${id} and ${visible(ctx.viewer, entity, sql`it`)} for update`);
  return seen.length === 1 ? ctx.db.getRepository<T>(entity).findOneByOrFail({ id } as never) : null;
}

/** The person changes what they saw: when the row has moved on since, they are told instead. */
export function refuseStale(row: { version: number }, version: number | null | undefined): void {
  if (version != null && version !== row.version) throw conflict();
}

/** A statement whose unique constraint may refuse: then it is a mistake at this field, not a failure. */
export async function orTaken<T>(work: Promise<T>, constraint: string, path: string[], code = 'TAKEN'): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const cause = (error as { driverError?: { constraint?: string } }).driverError ?? (error as { constraint?: string });
    if (cause.constraint === constraint) throw new UserError(code, path);
    throw error;
  }
}
