import { isUUID, type ValidationError } from 'class-validator';
import type { GraphQLFieldResolver } from 'graphql';
import { ArgumentValidationError, Field, ObjectType } from 'type-graphql';
import { visible } from './access.js';
import type { Context } from './context.js';
import { conflict, UserError, UserErrors } from './errors.js';
import { mistakesOf, wayToNul } from './inputs.js';
import { sql } from './sql.js';
import { type Entity, tableOf } from './table.js';
import { type Locale, say } from './words.js';

@ObjectType('UserError', { description: 'A mistake you can correct. Nothing was changed.' })
class UserErrorType {
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

function mistakes(error: unknown, locale: Locale): UserErrorType[] | undefined {
  const found =
    error instanceof UserError
      ? [error]
      : error instanceof UserErrors
        ? error.errors
        : error instanceof ArgumentValidationError
          ? mistakesOf(error.extensions.validationErrors as ValidationError[])
          : null;
  return found?.map(({ path, code, params }) => ({ path, code, message: say(code, locale, params) }));
}

/** The row for changing, and nobody else changes it before this transaction ends; null when it isn't visible. */
export async function lockVisible<T extends { id: string }>(ctx: Context, entity: Entity<T>, id: string): Promise<T | null> {
  if (!isUUID(id)) return null;
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
