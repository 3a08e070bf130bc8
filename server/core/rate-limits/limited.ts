import type { GraphQLField, GraphQLFieldResolver } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from '../context.js';
import { keysOf } from './rate-limits.js';

interface Counting {
  /** The way to the argument that names the account which is tried, such as `input.email`; or whoever finds it out. */
  account?: string | ((args: Record<string, unknown>, ctx: Context) => Promise<string | null>);
  /** Where the account's owner has been before, if they are there: they are counted apart from the crowd that tries it elsewhere. */
  homeOf?: (account: string, ctx: Context) => Promise<string | null>;
}

/** Counts each call of a root field under this name; the names and what they allow are in `server/rate-limits.ts`. */
export const Limited = (name: string, counting: Counting = {}) => Extensions({ limited: { name, ...counting } });

type Told = { name: string } & Counting;

export const limitOf = (field: Pick<GraphQLField<unknown, unknown>, 'extensions'>) =>
  field.extensions.limited as Told | undefined;

/** Counts before the field runs, in no transaction. What worked is given back where only failures count. */
export function counted(told: Told, resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return async (root, args, ctx, info) => {
    const { rateLimits } = ctx.services;
    const giveBack = await rateLimits.spend(told.name, keysOf(ctx, await accountIn(told, args, ctx)));
    const answer = await resolve(root, args, ctx, info);
    const { userErrors } = (answer ?? {}) as { userErrors?: unknown[] };
    if (rateLimits.isRefunded(told.name) && !userErrors?.length) await giveBack();
    return answer;
  };
}

async function accountIn({ account, homeOf }: Told, args: Record<string, unknown>, ctx: Context): Promise<string | null> {
  const named = typeof account === 'function' ? await account(args, ctx) : account ? textAt(args, account.split('.')) : null;
  const tidied = named?.trim().toLowerCase().slice(0, 500) || null;
  const home = tidied && (await homeOf?.(tidied, ctx));
  return home ? `${tidied} at ${home}` : tidied;
}

function textAt(args: unknown, [step, ...further]: string[]): string | null {
  if (step === undefined) return typeof args === 'string' ? args : null;
  return typeof args === 'object' && args !== null ? textAt((args as Record<string, unknown>)[step], further) : null;
}
