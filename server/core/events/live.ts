import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import type { Happening } from './event-bus.js';

interface Subscriber {
  args: Record<string, unknown>;
  context: Context;
}

/**
 * The `subscribe` of a subscription: what happens under these topics from now on, as far as the subscriber asked for it. The happening
 * is the field's root value, so `@Through(missionById)` reads the row it is about. Who may see that row is asked there, each time anew.
 */
export const happenings =
  (topics: readonly string[], wanted: (happening: Happening, subscriber: Subscriber) => boolean = () => true) =>
  ({ args, context }: { args: unknown; context: unknown }) => {
    const subscriber = { args, context } as Subscriber;
    return subscriber.context.services.events.stream(topics, (happening) => wanted(happening, subscriber));
  };

/** For a subscription with an argument `id`, which may be left out: the happenings of that row, or of all. */
export const isAsked = ({ id }: Happening, { args }: Subscriber): boolean => args.id == null || args.id === id;

/**
 * Runs a subscription. Each happening is answered in a context made for it, by whoever the subscriber is by then and with nothing read
 * before. What they don't see is not told; once they may not ask any more, they hear that and the subscription ends.
 */
export async function subscribeLive(
  args: ExecutionArgs,
  renewed: (ctx: Context) => Promise<Context>,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const stream = source as AsyncIterableIterator<Happening>;
  const answer = async (happening: Happening): Promise<ExecutionResult> => {
    try {
      return await execute({ ...args, rootValue: happening, contextValue: await renewed(args.contextValue as Context) });
    } catch (error) {
      return { errors: [new GraphQLError('INTERNAL_SERVER_ERROR', { originalError: error as Error })] };
    }
  };
  const told: AsyncGenerator<ExecutionResult> = {
    async next() {
      for (;;) {
        const { done, value: happening } = await stream.next();
        if (done) return { done: true, value: undefined };
        const result = await answer(happening);
        if (isRefused(result)) await stream.return?.();
        if (result.errors || Object.values(result.data ?? {}).some((field) => field !== null))
          return { done: false, value: result };
      }
    },
    async return() {
      await stream.return?.();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await stream.return?.();
      throw error;
    },
    [Symbol.asyncIterator]: () => told,
    [Symbol.asyncDispose]: async () => void (await stream.return?.()),
  };
  return told;
}

/** The whole field, not a part of the row that this person may not read. */
const isRefused = ({ errors }: ExecutionResult): boolean =>
  !!errors?.some(
    ({ extensions, path }) => path?.length === 1 && ['UNAUTHENTICATED', 'FORBIDDEN'].includes(String(extensions.code)),
  );
